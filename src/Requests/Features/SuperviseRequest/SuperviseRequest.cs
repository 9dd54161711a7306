using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>发出督办</summary>
public sealed class SuperviseRequest(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required SupervisionLevel Level { get; init; }

        public required SupervisionReason Reason { get; init; }

        /// <summary>What the unit has to do and to report.</summary>
        public required string Demand { get; init; }

        /// <summary>By when the unit answers; null for the city's usual time.</summary>
        public DateTimeOffset? Due { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.Supervise, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        if (opened.Request.Supervise(command.Level, command.Reason, command.Due, opened.City, opened.Step(command.Demand)) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
