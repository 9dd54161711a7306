using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>协办签收、报到</summary>
public sealed class SignCoHandling(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.CoSign, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        if (opened.Request.CoSign(opened.City, opened.Step()) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
