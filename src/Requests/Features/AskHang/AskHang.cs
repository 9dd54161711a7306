using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>申请挂账</summary>
public sealed class AskHang(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required HangReason Reason { get; init; }

        public required DateTimeOffset Planned { get; init; }

        public required string Plan { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.AskHang, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        if (opened.Request.AskHang(command.Reason, command.Planned, opened.City, opened.Step(command.Plan)) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
