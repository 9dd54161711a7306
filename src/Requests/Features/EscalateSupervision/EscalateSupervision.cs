using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>升级督办, one rung</summary>
public sealed class EscalateSupervision(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required string Demand { get; init; }

        /// <summary>By when the unit answers; null for the city's usual time.</summary>
        public DateTimeOffset? Due { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.EscalateSupervision, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        if (opened.Request.EscalateSupervision(command.Due, opened.City, opened.Step(command.Demand)) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
