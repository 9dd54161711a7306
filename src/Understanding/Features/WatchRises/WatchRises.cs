using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Engines.Statistics;
using Suiying.Understanding.Model;
using Suiying.Understanding.Storage;

namespace Suiying.Understanding.Features;

/// <summary>异常升高: which categories rose where in the last whole week, beyond what their own past lets expect.</summary>
public sealed class WatchRises(WeekShelf shelf, IWeekTallies tallies, ICityRegistry registry)
{
    public sealed record Query
    {
        /// <summary>Null chooses by the length of the history.</summary>
        public BaselineMethod? Method { get; init; }

        /// <summary>A county with its townships; null for the city and its counties.</summary>
        public string? County { get; init; }

        /// <summary>Level of the category, 1 to 3; null for all.</summary>
        public int? Level { get; init; }
    }

    /// <param name="Counts">The counts that were judged.</param>
    /// <param name="Rows">What rose, the farthest above its bound first.</param>
    /// <param name="Judged">How many series were looked at.</param>
    /// <param name="ByChance">How many of them would rise if nothing had happened, see <see cref="RiseRules.Share"/>.</param>
    /// <param name="Before">How many rose in a week, as a mean of the weeks before; null where none of these was judged.</param>
    /// <param name="Counties">What the actor may open.</param>
    public sealed record View(
        WeekCounts Counts,
        IReadOnlyList<RiseRow> Rows,
        int Judged,
        double ByChance,
        double? Before,
        IReadOnlyList<Area> Counties
    );

    public async Task<Outcome<View>> Run(Query query, Actor by, CancellationToken ct)
    {
        if (!RiseAccess.MayRead(by))
            return new NotAllowed();
        var areas = registry.Current.Areas;
        if (query.County is { } county && areas.Find(county)?.Level != AreaLevel.County)
            return Refusal.Invalid(new FieldProblem("county", "没有这个县（市、区）。"));
        if (query.Level is not (null or >= 1 and <= 3))
            return Refusal.Invalid(new FieldProblem("level", "类别只有三级。"));
        if (query.Method is { } method && !RiseRules.Methods.Contains(method))
            return Refusal.Invalid(new FieldProblem("method", "没有这种方法。"));

        var city = await shelf.City(registry.Current, tallies, ct);
        var found = Look(city, query, by, key => query.County is null || key.Area == query.County);
        if (query.County is { } opened)
            found = [.. found, .. Look(await shelf.County(city, opened, tallies, ct), query, by, _ => true)];
        return Tell(city, query.Method, found, Counties(city, by));
    }

    private static List<Found> Look(WeekCounts counts, Query query, Actor by, Func<SeriesKey, bool> wanted) =>
        [
            .. counts
                .Judge(query.Method)
                .Where(s => wanted(s.Key) && RiseAccess.MayRead(by, s.Key.Area, counts.City.Areas))
                .Where(s => query.Level is null || counts.City.Categories.Find(s.Key.Category)?.Level == query.Level)
                .Select(s => new Found(s, counts)),
        ];

    private static View Tell(WeekCounts city, BaselineMethod? method, List<Found> found, IReadOnlyList<Area> counties)
    {
        var rows = found
            .Where(f => f.Series.Rises)
            .OrderByDescending(f => RiseRules.Excess(f.Series.Last!))
            .ThenBy(f => f.Series.Key.Category, StringComparer.Ordinal)
            .ThenBy(f => f.Series.Key.Area, StringComparer.Ordinal)
            .Select(f => RiseRow.Of(f.Series, f.Counts));
        var weeks = RiseRules.WeeksBefore(method, city.History);
        return new View(
            city,
            [.. rows],
            found.Count,
            found.Count * RiseRules.Share(method ?? RiseRules.Usual(city.History)),
            weeks == 0 ? null : (double)found.Sum(f => f.Series.Before) / weeks,
            counties
        );
    }

    private static IReadOnlyList<Area> Counties(WeekCounts counts, Actor by) =>
        [.. counts.City.Areas.All.Where(a => a.Level == AreaLevel.County && a.Served && RiseAccess.MayRead(by, a.Code, counts.City.Areas))];

    private sealed record Found(JudgedSeries Series, WeekCounts Counts);
}
