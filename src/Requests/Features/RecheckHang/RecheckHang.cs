using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>挂账核查</summary>
public sealed class RecheckHang(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required string Finding { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.RecheckHang, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        if (opened.Request.RecheckHang(opened.City, opened.Step(command.Finding)) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
