using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>对方确认接收</summary>
public sealed class ConfirmHandover(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required string? Reference { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.ConfirmHandover, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        if (opened.Request.ConfirmHandover(command.Reference, opened.Step()) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
