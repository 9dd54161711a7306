using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>请求复核权利请求, by the person</summary>
public sealed class ContestClaim(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required string Text { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.ContestClaim, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        if (opened.Request.ContestClaim(opened.City, opened.Step(command.Text)) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
