using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>裁定不必协办</summary>
public sealed class ReleaseCoHandler(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public string? Unit { get; init; }

        public required string Reason { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.CoRelease, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        if (opened.Request.CoRelease(command.Unit, opened.City, opened.Step(command.Reason)) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
