using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Requests;
using Suiying.Kernel.Data;
using Suiying.Scores.Model;

namespace Suiying.Scores.Storage;

/// <summary>Sums by unit and by category of a month: what they are, and how they follow the callbacks.</summary>
internal static class MonthSums
{
    private static readonly string[] Columns =
    [
        "Valid",
        "Contacted",
        "ContactUnsaid",
        "Solved",
        "Partly",
        "Satisfied",
        "Mostly",
        "Unsaid",
        "Excluded",
        "Synthetic",
    ];

    private static readonly string Adding = AddingText();

    /// <summary>A callback takes the place of another in the sums, inside the current transaction; either may be null.</summary>
    public static async Task Move(ScoresDb db, ScoredCallback? before, ScoredCallback? after, CancellationToken ct)
    {
        if (before is not null)
            await Add(db, before, -1, ct);
        if (after is not null)
            await Add(db, after, 1, ct);
    }

    /// <summary>Compares the sums of a month with what the callbacks give, and sets them right unless it is only to be told how many are not.</summary>
    public static Task<int> Settle(ScoresDb db, DateOnly month, bool verify, CancellationToken ct) =>
        db.Write(
            async () =>
            {
                // Whoever adds a callback now waits, and then adds it to sums that do not hold it yet.
                if (db.Kind is DatabaseKind.Postgres && !verify)
                    await db.Database.ExecuteSqlRawAsync($"LOCK TABLE {ScoresTables.Sums} IN SHARE ROW EXCLUSIVE MODE", ct);
                var counted = (await Count(db, month, ct)).ToDictionary(s => (s.Of, s.Key));
                var stored = await db.Sums.Where(s => s.Month == month).ToListAsync(ct);
                var wrong = stored
                    .Where(s => counted.GetValueOrDefault((s.Of, s.Key))?.Told.Equals(s.Told) != true && s.Told != default)
                    .ToList();
                foreach (var right in stored.Except(wrong).Where(s => s.Told != default))
                    counted.Remove((right.Of, right.Key));
                var faults = counted.Keys.Union(wrong.Select(s => (s.Of, s.Key))).Count();
                if (verify || faults == 0)
                    return faults;
                db.Sums.RemoveRange(stored.Where(s => wrong.Contains(s) || s.Told == default));
                await db.SaveChangesAsync(ct);
                db.Sums.AddRange(counted.Values);
                await db.SaveChangesAsync(ct);
                return faults;
            },
            ct
        );

    private static async Task<IEnumerable<LiveSum>> Count(ScoresDb db, DateOnly month, CancellationToken ct)
    {
        var callbacks = db.Callbacks.Where(c => c.Month == month);
        var units = await ByUnit(callbacks, month).ToListAsync(ct);
        var filed = callbacks.Where(c => c.Category != null).Select(c => new Keyed { Key = c.Category!, Callback = c });
        return units.Concat(await Count(filed, month, SumOf.Category).ToListAsync(ct));
    }

    /// <summary>What units have of some callbacks together.</summary>
    /// <param name="callbacks">Of whatever months.</param>
    /// <param name="month">Under which they are told.</param>
    public static IQueryable<LiveSum> ByUnit(IQueryable<ScoredCallback> callbacks, DateOnly month) =>
        Count(callbacks.Select(c => new Keyed { Key = c.Unit, Callback = c }), month, SumOf.Unit);

    private static IQueryable<LiveSum> Count(IQueryable<Keyed> callbacks, DateOnly month, SumOf of) =>
        callbacks
            .GroupBy(c => c.Key)
            .Select(g => new LiveSum
            {
                Month = month,
                Of = of,
                Key = g.Key,
                Valid = g.Count(c => c.Callback.Excluded == null),
                Contacted = g.Count(c => c.Callback.Excluded == null && c.Callback.Contacted == true),
                ContactUnsaid = g.Count(c => c.Callback.Excluded == null && c.Callback.Contacted == null),
                Solved = g.Count(c => c.Callback.Excluded == null && c.Callback.Solved == AnswerDegree.Yes),
                Partly = g.Count(c => c.Callback.Excluded == null && c.Callback.Solved == AnswerDegree.Partly),
                Satisfied = g.Count(c => c.Callback.Excluded == null && c.Callback.Satisfied == AnswerDegree.Yes),
                Mostly = g.Count(c => c.Callback.Excluded == null && c.Callback.Satisfied == AnswerDegree.Partly),
                Unsaid = g.Count(c => c.Callback.Excluded == null && c.Callback.Satisfied == null),
                Excluded = g.Count(c => c.Callback.Excluded != null),
                Synthetic = g.Count(c => c.Callback.Synthetic),
            });

    private static async Task Add(ScoresDb db, ScoredCallback callback, int times, CancellationToken ct)
    {
        var one = RateCounts.Of(callback);
        int[] numbers =
        [
            one.Valid,
            one.Contacted,
            one.ContactUnsaid,
            one.Solved,
            one.Partly,
            one.Satisfied,
            one.Mostly,
            one.Unsaid,
            one.Excluded,
            callback.Synthetic ? 1 : 0,
        ];
        foreach (var (of, key) in new[] { (SumOf.Unit, callback.Unit), (SumOf.Category, callback.Category) })
            if (key is not null)
                await db.Database.ExecuteSqlRawAsync(
                    Adding,
                    [callback.Month, of.ToString(), key, .. numbers.Select(n => (object)(times * n))],
                    ct
                );
    }

    /// <summary>Columns and their order are those above; what is added comes as parameters.</summary>
    private static string AddingText()
    {
        static string All(Func<string, int, string> each) => string.Join(", ", Columns.Select(each));
        static string Parameter(int at) => "{" + at.ToString(CultureInfo.InvariantCulture) + "}";
        return $"""
            INSERT INTO {ScoresTables.Sums} ("Month", "Of", "Key", {All((c, _) => $"\"{c}\"")})
            VALUES ({Parameter(0)}, {Parameter(1)}, {Parameter(2)}, {All((_, i) => Parameter(i + 3))})
            ON CONFLICT ("Month", "Of", "Key") DO UPDATE SET {All((c, _) => $"\"{c}\" = {ScoresTables.Sums}.\"{c}\" + excluded.\"{c}\"")}
            """;
    }

    /// <summary>A callback under the code by which it is summed.</summary>
    private sealed class Keyed
    {
        public required string Key { get; init; }

        public required ScoredCallback Callback { get; init; }
    }
}
