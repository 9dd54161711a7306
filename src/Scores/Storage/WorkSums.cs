using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Suiying.Scores.Model;

namespace Suiying.Scores.Storage;

/// <summary>Sums of work by unit and month: what they are, and how they follow the rows.</summary>
internal static class WorkSums
{
    /// <summary>So many sums are written by one command; a database takes only so many parameters.</summary>
    private const int Batch = 500;

    /// <summary>Counted from the rows themselves: few different sets of figures stand in very many rows.</summary>
    public static async Task<Dictionary<(string Unit, WorkFigure Figure), int>> Count(ScoresDb db, DateOnly month, CancellationToken ct)
    {
        var groups = await db
            .Work.Where(w => w.Month == month)
            .GroupBy(w => new { w.Unit, w.Figures })
            .Select(g => new
            {
                g.Key.Unit,
                g.Key.Figures,
                Rows = g.Count(),
            })
            .ToListAsync(ct);
        var sums = new Dictionary<(string, WorkFigure), int>();
        foreach (var group in groups)
        foreach (var (figure, count) in WorkCounts.Of(group.Figures, group.Rows).All())
            sums[(group.Unit, figure)] = sums.GetValueOrDefault((group.Unit, figure)) + count;
        return sums;
    }

    /// <summary>Follows rows that come, go and change, inside the current transaction.</summary>
    public static async Task Move(ScoresDb db, IEnumerable<RowDifference<UnitWork>> differences, CancellationToken ct)
    {
        // In one order, so that two who write the same sums never wait for each other.
        var moves = new SortedDictionary<(DateOnly Month, string Unit, WorkFigure Figure), int>(Order);
        void Add(UnitWork? work, int times)
        {
            if (work is null)
                return;
            foreach (var (figure, count) in WorkCounts.Of(work.Figures, times).All())
                moves[(work.Month, work.Unit, figure)] = moves.GetValueOrDefault((work.Month, work.Unit, figure)) + count;
        }
        foreach (var (before, after) in differences)
        {
            Add(before, -1);
            Add(after, 1);
        }
        foreach (var some in moves.Where(m => m.Value != 0).Chunk(Batch))
            await Write(db, some, ct);
    }

    /// <summary>Compares the sums of a month with what its rows give, and sets them right unless it is only to be told how many are not.</summary>
    public static Task<int> Settle(ScoresDb db, DateOnly month, bool verify, CancellationToken ct) =>
        db.Write(
            async () =>
            {
                if (!verify)
                    await FoldedRows.Enter(db, alone: true, [WorkTables.Rows], ct);
                var counted = await Count(db, month, ct);
                var stored = await db.WorkMonths.Where(m => m.Month == month).ToListAsync(ct);
                var wrong = 0;
                foreach (var sum in stored)
                {
                    counted.Remove((sum.Unit, sum.Figure), out var count);
                    if (sum.Count != count)
                        wrong++;
                    if (!verify)
                        sum.Count = count;
                }
                if (!verify)
                {
                    foreach (var ((unit, figure), count) in counted)
                        db.WorkMonths.Add(
                            new WorkMonth
                            {
                                Month = month,
                                Unit = unit,
                                Figure = figure,
                                Count = count,
                            }
                        );
                    await db.SaveChangesAsync(ct);
                }
                db.ChangeTracker.Clear();
                return wrong + counted.Count;
            },
            ct
        );

    private static readonly Comparer<(DateOnly Month, string Unit, WorkFigure Figure)> Order = Comparer<(
        DateOnly Month,
        string Unit,
        WorkFigure Figure
    )>.Create(
        (a, b) =>
            a.Month != b.Month ? a.Month.CompareTo(b.Month)
            : string.CompareOrdinal(a.Unit, b.Unit) is var unit && unit != 0 ? unit
            : a.Figure.CompareTo(b.Figure)
    );

    private static Task<int> Write(
        ScoresDb db,
        KeyValuePair<(DateOnly Month, string Unit, WorkFigure Figure), int>[] moves,
        CancellationToken ct
    )
    {
        var rows = moves.Select(
            (_, i) => string.Create(CultureInfo.InvariantCulture, $"({{{4 * i}}}, {{{4 * i + 1}}}, {{{4 * i + 2}}}, {{{4 * i + 3}}})")
        );
        var sql = $"""
            INSERT INTO scores_work ("Month", "Unit", "Figure", "Count") VALUES {string.Join(", ", rows)}
            ON CONFLICT ("Month", "Unit", "Figure") DO UPDATE SET "Count" = scores_work."Count" + excluded."Count"
            """;
        var values = moves.SelectMany(m => new object[] { m.Key.Month, m.Key.Unit, (int)m.Key.Figure, m.Value });
        return db.Database.ExecuteSqlRawAsync(sql, values, ct);
    }
}
