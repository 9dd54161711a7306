using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>督办决定办结</summary>
public sealed class DecideEnd(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required EndDecision Decision { get; init; }

        public required string Told { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.DecideEnd, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        if (opened.Request.DecideEnd(command.Decision, opened.Step(command.Told)) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
