using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>提出协办异议</summary>
public sealed class DeclineCoHandling(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required string Basis { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.CoDecline, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        if (opened.Request.CoDecline(opened.City, opened.Step(command.Basis)) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
