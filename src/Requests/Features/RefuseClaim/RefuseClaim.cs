using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>不予办理权利请求, on a ground of the law</summary>
public sealed class RefuseClaim(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required ClaimRefusal Ground { get; init; }

        /// <summary>The reason in words, which the person is told.</summary>
        public required string Answer { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.RefuseClaim, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        if (opened.Request.RefuseClaim(command.Ground, opened.Step(command.Answer)) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
