using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>退回重报</summary>
public sealed class SendBackSupervision(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required string Reason { get; init; }

        /// <summary>Which 督办 or 批示, where both are open.</summary>
        public Guid? Which { get; init; }

        /// <summary>By when the unit answers; null for the city's usual time.</summary>
        public DateTimeOffset? Due { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.SendBackSupervision, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        if (opened.Request.SendBackSupervision(command.Which, command.Due, opened.City, opened.Step(command.Reason)) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
