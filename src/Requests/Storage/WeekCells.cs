using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Requests;
using Suiying.Kernel.Data;

namespace Suiying.Requests.Storage;

/// <summary>Weekly counts, grouped by the database: a year of a million requests comes as the cells that are not empty.</summary>
internal static class WeekCells
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    // What is counted is written as the index of the public list has it, so that SQLite walks that index.
    private const string Counted = """
         AS "Week", "Category", CASE WHEN {2} = '' THEN "County" ELSE "Area" END AS "Area",
        COUNT(*) AS "Requests", COUNT(*) FILTER (WHERE "Synthetic") AS "Synthetic"
        FROM requests_requests
        WHERE "Confidentiality" = 'Normal' AND "Type" <> 'Report' AND "Category" IS NOT NULL
        AND "RegisteredAt" >= {0} AND "RegisteredAt" < {1} AND ({2} = '' OR "County" = {2})
        GROUP BY 1, 2, 3
        """;

    private const string OnSqlite = """SELECT ("RegisteredAt" - {0}) / 604800000""" + Counted;

    private const string OnPostgres = """SELECT CAST(floor(extract(epoch FROM ("RegisteredAt" - {0})) / 604800) AS bigint)""" + Counted;

    /// <summary>Of all counties, or of the areas of one where it is not empty.</summary>
    public static async Task<IReadOnlyList<WeekTally>> Read(RequestsDb db, IReadOnlyList<DateTimeOffset> starts, string county)
    {
        var tallies = new List<WeekTally>();
        foreach (var (first, count) in Even(starts))
        {
            var rows = await Rows(db, starts[first], starts[first + count], county);
            tallies.AddRange(
                rows.GroupBy(r => (Week: Math.Min((int)r.Week, count - 1), r.Category, r.Area))
                    .Select(g => new WeekTally(
                        first + g.Key.Week,
                        g.Key.Category,
                        g.Key.Area,
                        (int)g.Sum(r => r.Requests),
                        (int)g.Sum(r => r.Synthetic)
                    ))
            );
        }
        return tallies;
    }

    /// <summary>
    /// Runs of weeks of 168 hours, where division finds the week. The last week of a run may be an hour longer or shorter, as clocks were
    /// changed in it: the run ends there.
    /// </summary>
    private static IEnumerable<(int First, int Count)> Even(IReadOnlyList<DateTimeOffset> starts)
    {
        var first = 0;
        for (var week = 0; week + 1 < starts.Count; week++)
        {
            if (week + 2 < starts.Count && starts[week + 1] - starts[week] == Week)
                continue;
            yield return (first, week + 1 - first);
            first = week + 1;
        }
    }

    private static Task<List<Row>> Rows(RequestsDb db, DateTimeOffset from, DateTimeOffset until, string county) =>
        db.Kind == DatabaseKind.Postgres
            ? db.Database.SqlQueryRaw<Row>(OnPostgres, from.ToUniversalTime(), until.ToUniversalTime(), county).ToListAsync()
            : db.Database.SqlQueryRaw<Row>(OnSqlite, from.ToUnixTimeMilliseconds(), until.ToUnixTimeMilliseconds(), county).ToListAsync();

    private sealed class Row
    {
        public long Week { get; init; }
        public string Category { get; init; } = "";
        public string? Area { get; init; }
        public long Requests { get; init; }
        public long Synthetic { get; init; }
    }
}
