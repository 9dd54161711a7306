using Suiying.Contracts.Requests;

namespace Suiying.Scores.Model;

/// <summary>核对结果: rows of one kind as the journal has them, beside what was stored.</summary>
/// <param name="Rows">How many the journal has.</param>
/// <param name="Months">Months of scores in which any of both count.</param>
/// <param name="Wrong">Where something else was stored.</param>
public sealed record RowsFound<TRow>(int Rows, IReadOnlySet<DateOnly> Months, IReadOnlyList<RowDifference<TRow>> Wrong)
    where TRow : class;

/// <summary>What was found of the requests of a part.</summary>
/// <param name="Requests">How many the journal tells of.</param>
/// <param name="Callbacks">计分回访.</param>
/// <param name="Work">承办轮次计分.</param>
public sealed record ScoresFound(int Requests, RowsFound<ScoredCallback> Callbacks, RowsFound<UnitWork> Work)
{
    /// <summary>Requests of which something was stored otherwise.</summary>
    public IReadOnlyList<RequestId> Differing =>
        [.. Callbacks.Wrong.Select(d => d.Row.RequestId).Union(Work.Wrong.Select(d => d.Row.RequestId))];
}
