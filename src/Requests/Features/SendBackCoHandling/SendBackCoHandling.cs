using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>退回协办重办</summary>
public sealed class SendBackCoHandling(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public string? Unit { get; init; }

        public required string Reason { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.CoSendBack, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        if (opened.Request.CoSendBack(command.Unit, opened.City, opened.Step(command.Reason)) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
