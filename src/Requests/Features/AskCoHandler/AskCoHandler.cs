using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>请求协办, or 吹哨 by a township</summary>
public sealed class AskCoHandler(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public CoKind Kind { get; init; }

        /// <summary>A unit outside the asker's own tree.</summary>
        public required string Unit { get; init; }

        /// <summary>Which part it is to do.</summary>
        public required string Remark { get; init; }

        /// <summary>When the result is due; null for the usual share of the asker's own time.</summary>
        public DateTimeOffset? Due { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.AskCoHandler, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;
        if (!ActingUnit.Find(opened.City, command.Unit).Ok(out var unit, out refusal))
            return refusal;

        if (opened.Request.AskCoHandler(command.Kind, unit, command.Due, opened.City, opened.Step(command.Remark)) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
