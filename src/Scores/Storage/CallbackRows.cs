using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Requests;
using Suiying.Scores.Model;

namespace Suiying.Scores.Storage;

/// <summary>Stored callbacks beside what the journal says.</summary>
internal static class CallbackRows
{
    /// <summary>Makes the rows of some requests say what the journal says; told are those that did not.</summary>
    /// <param name="db">Where they are stored.</param>
    /// <param name="requests">Which requests.</param>
    /// <param name="told">What the journal says of them.</param>
    /// <param name="month">Only this month of scores; null for all.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<IReadOnlyList<RowDifference>> Settle(
        ScoresDb db,
        IReadOnlyCollection<RequestId> requests,
        IEnumerable<ScoredCallback> told,
        DateOnly? month,
        CancellationToken ct
    )
    {
        var stored = await db
            .Callbacks.Where(c => requests.Contains(c.RequestId) && (month == null || c.Month == month))
            .ToDictionaryAsync(c => (c.RequestId, c.Month), ct);
        var differences = new List<RowDifference>();
        foreach (var callback in told)
        {
            if (!stored.Remove((callback.RequestId, callback.Month), out var row))
            {
                db.Callbacks.Add(callback);
                differences.Add(new RowDifference(null, callback));
            }
            else if (!row.Agrees(callback))
            {
                differences.Add(new RowDifference(row.Copy(), callback));
                row.Take(callback);
            }
        }
        foreach (var row in stored.Values)
        {
            db.Callbacks.Remove(row);
            differences.Add(new RowDifference(row, null));
        }
        return differences;
    }
}
