using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Requests;
using Suiying.Kernel.Data;
using Suiying.Scores.Model;

namespace Suiying.Scores.Storage;

/// <summary>Stored work beside what the journal says.</summary>
internal static class WorkRows
{
    /// <summary>
    /// Before the journal is read: on PostgreSQL who mends waits until those are done who follow events, and they wait for it, so that neither writes
    /// what the other has just made old. SQLite has one writer at a time anyway.
    /// </summary>
    public static async Task Enter(ScoresDb db, bool alone, CancellationToken ct)
    {
        if (db.Kind is not DatabaseKind.Postgres)
            return;
        await db.Database.ExecuteSqlRawAsync(
            alone ? "LOCK TABLE scores_work_rows IN SHARE ROW EXCLUSIVE MODE" : "LOCK TABLE scores_work_rows IN ROW EXCLUSIVE MODE",
            ct
        );
    }

    /// <summary>Makes the rows of these requests, and the sums of which they are part, say what the journal says; inside the current transaction.</summary>
    public static async Task Settle(ScoresDb db, IReadOnlyCollection<RequestId> requests, IEnumerable<UnitWork> told, CancellationToken ct)
    {
        var stored = await db.Work.Where(w => requests.Contains(w.RequestId)).ToListAsync(ct);
        var rows = stored.ToDictionary(w => w.Key);
        var differences = Differences(stored, told);
        await WorkSums.Move(db, differences, ct);
        foreach (var (before, after) in differences)
        {
            if (before is null)
                db.Work.Add(after!);
            else if (after is null)
                db.Work.Remove(rows[before.Key]);
            else
                rows[before.Key].Take(after);
        }
    }

    /// <summary>Where the two say different things.</summary>
    public static List<RowDifference<UnitWork>> Differences(IEnumerable<UnitWork> stored, IEnumerable<UnitWork> told)
    {
        var left = stored.ToDictionary(w => w.Key);
        var differences = new List<RowDifference<UnitWork>>();
        foreach (var work in told)
        {
            left.Remove(work.Key, out var row);
            if (row?.Agrees(work) != true)
                differences.Add(new RowDifference<UnitWork>(row?.Copy(), work));
        }
        differences.AddRange(left.Values.Select(row => new RowDifference<UnitWork>(row.Copy(), null)));
        return differences;
    }
}
