using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>交办下级</summary>
public sealed class GiveDown(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        /// <summary>A unit under the one that has the request.</summary>
        public required string Unit { get; init; }

        /// <summary>What is to be done.</summary>
        public required string Remark { get; init; }

        /// <summary>When the report is due; null for the usual share of the giver's own time.</summary>
        public DateTimeOffset? Due { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.SubDispatch, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;
        if (!ActingUnit.Find(opened.City, command.Unit).Ok(out var unit, out refusal))
            return refusal;

        if (opened.Request.GiveDown(unit, command.Due, opened.City, opened.Step(command.Remark)) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
