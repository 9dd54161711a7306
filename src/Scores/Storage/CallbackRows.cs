using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Requests;
using Suiying.Scores.Model;

namespace Suiying.Scores.Storage;

/// <summary>Stored callbacks beside what the journal says.</summary>
internal static class CallbackRows
{
    /// <summary>Makes the rows of a request say what the journal says; told are those that did not.</summary>
    public static async Task<IReadOnlyList<RowDifference<ScoredCallback>>> Settle(
        ScoresDb db,
        RequestId request,
        IEnumerable<ScoredCallback> told,
        CancellationToken ct
    )
    {
        var stored = await db.Callbacks.Where(c => c.RequestId == request).ToDictionaryAsync(c => c.Month, ct);
        var differences = new List<RowDifference<ScoredCallback>>();
        foreach (var callback in told)
        {
            if (!stored.Remove(callback.Month, out var row))
            {
                db.Callbacks.Add(callback);
                differences.Add(new RowDifference<ScoredCallback>(null, callback));
            }
            else if (!row.Agrees(callback))
            {
                differences.Add(new RowDifference<ScoredCallback>(row.Copy(), callback));
                row.Take(callback);
            }
        }
        db.Callbacks.RemoveRange(stored.Values);
        return [.. differences, .. stored.Values.Select(row => new RowDifference<ScoredCallback>(row, null))];
    }
}
