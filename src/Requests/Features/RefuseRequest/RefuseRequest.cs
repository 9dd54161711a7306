using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>不予受理</summary>
public sealed class RefuseRequest(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required RefusalReason Reason { get; init; }

        public required string LegalChannel { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.Refuse, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        if (opened.Request.Refuse(command.Reason, opened.Step(command.LegalChannel)) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
