using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>解除督办、批示阅结</summary>
public sealed class ReleaseSupervision(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required string Reason { get; init; }

        /// <summary>Which 督办 or 批示, where both are open.</summary>
        public Guid? Which { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.ReleaseSupervision, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        if (opened.Request.ReleaseSupervision(command.Which, opened.Step(command.Reason)) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
