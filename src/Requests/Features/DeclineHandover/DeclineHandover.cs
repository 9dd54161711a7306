using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>对方不接收: the matter comes back to the hotline</summary>
public sealed class DeclineHandover(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required string Reason { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.DeclineHandover, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        if (opened.Request.DeclineHandover(opened.Step(command.Reason)) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
