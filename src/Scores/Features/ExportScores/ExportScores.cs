using Microsoft.Extensions.Localization;
using Suiying.Contracts.Registry;
using Suiying.Scores.Model;

namespace Suiying.Scores.Features;

/// <summary>导出得分: a month of scores with all that is behind it, for others to count again.</summary>
public sealed class ExportScores(ListCallbacks list, ReadScores read, ICityRegistry registry, IStringLocalizer<Texts> texts)
{
    public sealed record Query
    {
        /// <summary>Of scores, by the first day of the calendar month that names it.</summary>
        public required DateOnly Month { get; init; }

        /// <summary>Units of this group stand in the table of scores; the callbacks are those of all units.</summary>
        public required ScoreGroup Group { get; init; }
    }

    /// <param name="Callbacks">Lines, the head first.</param>
    /// <param name="Scores">Lines, the head first.</param>
    public sealed record Tables(IReadOnlyList<IEnumerable<string>> Callbacks, IReadOnlyList<IEnumerable<string>> Scores);

    public async Task<Outcome<Tables>> Run(Query query, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        if (!(await list.Run(new() { Month = query.Month }, by, ct)).Ok(out var callbacks, out var refusal))
            return refusal;
        if (!(await read.Run(new() { Month = query.Month, Group = query.Group }, by, ct)).Ok(out var scores, out refusal))
            return refusal;
        return new Tables([.. CallbackTable.Lines(callbacks, registry.Current, texts)], [.. ScoreTable.Lines(scores.Rows, texts)]);
    }
}
