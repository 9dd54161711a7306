using Microsoft.EntityFrameworkCore;
using Suiying.Kernel.Data;
using Suiying.Scores.Model;

namespace Suiying.Scores.Storage;

/// <summary>Stored rows beside what the journal says.</summary>
internal static class FoldedRows
{
    /// <summary>
    /// Before the journal is read: on PostgreSQL who makes rows of many requests anew waits until those are done who follow events, and they wait for it, so
    /// that neither writes what the other has just made old. SQLite has one writer at a time anyway.
    /// </summary>
    /// <param name="db">Inside its current transaction.</param>
    /// <param name="alone">Many rows are made anew.</param>
    /// <param name="tables">In one order.</param>
    /// <param name="ct">Ends it.</param>
    public static async Task Enter(ScoresDb db, bool alone, string[] tables, CancellationToken ct)
    {
        if (db.Kind is not DatabaseKind.Postgres)
            return;
        var sql = $"LOCK TABLE {string.Join(", ", tables)} IN {(alone ? "SHARE ROW EXCLUSIVE" : "ROW EXCLUSIVE")} MODE";
        await db.Database.ExecuteSqlRawAsync(sql, ct);
    }

    /// <summary>Makes stored rows say what is told; given back are those that did not.</summary>
    /// <param name="rows">Where they are stored.</param>
    /// <param name="stored">Of some requests, tracked.</param>
    /// <param name="told">Of the same.</param>
    public static List<RowDifference<TRow>> Settle<TRow>(DbSet<TRow> rows, IReadOnlyCollection<TRow> stored, IEnumerable<TRow> told)
        where TRow : class, IFoldedRow<TRow>
    {
        var differences = Differences(stored, told);
        var known = stored.ToDictionary(row => row.Key);
        foreach (var (before, after) in differences)
        {
            if (before is null)
                rows.Add(after!);
            else if (after is null)
                rows.Remove(known[before.Key]);
            else
                known[before.Key].Take(after);
        }
        return differences;
    }

    /// <summary>Where the two say different things.</summary>
    public static List<RowDifference<TRow>> Differences<TRow>(IEnumerable<TRow> stored, IEnumerable<TRow> told)
        where TRow : class, IFoldedRow<TRow>
    {
        var left = stored.ToDictionary(row => row.Key);
        var differences = new List<RowDifference<TRow>>();
        foreach (var one in told)
        {
            left.Remove(one.Key, out var row);
            if (row?.Agrees(one) != true)
                differences.Add(new RowDifference<TRow>(row?.Copy(), one));
        }
        differences.AddRange(left.Values.Select(row => new RowDifference<TRow>(row.Copy(), null)));
        return differences;
    }
}
