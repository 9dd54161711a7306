using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Requests;
using Suiying.Kernel.Data;
using Suiying.Scores.Model;

namespace Suiying.Scores.Storage;

/// <summary>Sums by unit and month: what they are, and how they follow the callbacks.</summary>
internal static class UnitMonths
{
    /// <summary>Counted from the callbacks themselves.</summary>
    public static Task<List<UnitMonth>> Count(ScoresDb db, DateOnly? month, CancellationToken ct) =>
        db
            .Callbacks.Where(c => month == null || c.Month == month)
            .GroupBy(c => new { c.Month, c.Unit })
            .Select(g => new UnitMonth
            {
                Month = g.Key.Month,
                Unit = g.Key.Unit,
                Valid = g.Count(),
                Contacted = g.Count(c => c.Contacted == true),
                ContactUnsaid = g.Count(c => c.Contacted == null),
                Solved = g.Count(c => c.Solved == AnswerDegree.Yes),
                Partly = g.Count(c => c.Solved == AnswerDegree.Partly),
                Satisfied = g.Count(c => c.Satisfied == AnswerDegree.Yes),
                Mostly = g.Count(c => c.Satisfied == AnswerDegree.Partly),
                Unsaid = g.Count(c => c.Satisfied == null),
                Synthetic = g.Count(c => c.Synthetic),
            })
            .ToListAsync(ct);

    /// <summary>Adds one callback to the sums, or takes it away, inside the current transaction.</summary>
    public static async Task Move(ScoresDb db, ScoredCallback callback, int times, CancellationToken ct)
    {
        var one = RateCounts.Of(callback);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO scores_months ("Month", "Unit", "Valid", "Contacted", "ContactUnsaid", "Solved", "Partly", "Satisfied", "Mostly", "Unsaid", "Synthetic")
            VALUES ({callback.Month}, {callback.Unit}, {times}, {times * one.Contacted}, {times * one.ContactUnsaid}, {times * one.Solved},
                {times * one.Partly}, {times * one.Satisfied}, {times * one.Mostly}, {times * one.Unsaid}, {(
                callback.Synthetic ? times : 0
            )})
            ON CONFLICT ("Month", "Unit") DO UPDATE SET
                "Valid" = scores_months."Valid" + excluded."Valid",
                "Contacted" = scores_months."Contacted" + excluded."Contacted",
                "ContactUnsaid" = scores_months."ContactUnsaid" + excluded."ContactUnsaid",
                "Solved" = scores_months."Solved" + excluded."Solved",
                "Partly" = scores_months."Partly" + excluded."Partly",
                "Satisfied" = scores_months."Satisfied" + excluded."Satisfied",
                "Mostly" = scores_months."Mostly" + excluded."Mostly",
                "Unsaid" = scores_months."Unsaid" + excluded."Unsaid",
                "Synthetic" = scores_months."Synthetic" + excluded."Synthetic"
            """,
            ct
        );
    }

    /// <summary>Compares the sums with what the callbacks give, and sets them right unless it is only to be told how many are not.</summary>
    public static Task<int> Settle(ScoresDb db, DateOnly? month, bool verify, CancellationToken ct) =>
        db.Write(
            async () =>
            {
                // Whoever adds a callback now waits, and then adds it to sums that do not hold it yet.
                if (db.Kind is DatabaseKind.Postgres && !verify)
                    await db.Database.ExecuteSqlRawAsync("LOCK TABLE scores_months IN SHARE ROW EXCLUSIVE MODE", ct);
                var counted = (await Count(db, month, ct)).ToDictionary(m => (m.Month, m.Unit));
                var stored = await db.Months.Where(m => month == null || m.Month == month).ToListAsync(ct);
                var wrong = stored
                    .Where(m => counted.GetValueOrDefault((m.Month, m.Unit))?.Told.Equals(m.Told) != true && m.Told != default)
                    .ToList();
                foreach (var right in stored.Except(wrong).Where(m => m.Told != default))
                    counted.Remove((right.Month, right.Unit));
                var faults = counted.Keys.Union(wrong.Select(m => (m.Month, m.Unit))).Count();
                if (verify || faults == 0)
                    return faults;
                db.Months.RemoveRange(stored.Where(m => wrong.Contains(m) || m.Told == default));
                await db.SaveChangesAsync(ct);
                db.Months.AddRange(counted.Values);
                await db.SaveChangesAsync(ct);
                return faults;
            },
            ct
        );
}
