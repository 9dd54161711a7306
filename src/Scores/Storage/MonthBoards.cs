using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Scores.Model;

namespace Suiying.Scores.Storage;

/// <summary>月度榜: a group in one month of scores, in the order of the whole city.</summary>
/// <param name="Rows">In their order.</param>
/// <param name="Book">As the month stands: released, or still open.</param>
internal sealed record MonthBoard(IReadOnlyList<UnitScore> Rows, ScoreBook.Month Book)
{
    /// <summary>Some requests of the month, of whatever group, were made by a generator.</summary>
    public bool Synthetic => Book.Sums.Any(s => s.Synthetic > 0);
}

/// <summary>Reads groups by month and by quarter; who may see which unit is for others to say.</summary>
public sealed class MonthBoards(ScoreBook book, WorkBook work, IDemandTallies demand)
{
    /// <summary>The units of a group in their order.</summary>
    internal async Task<MonthBoard> Read(CitySnapshot city, DateOnly month, ScoreGroup group, CancellationToken ct)
    {
        var open = await book.Open(month, SumOf.Unit, ct);
        var units = open
            .Sums.Select(s => (Unit: city.Units.Find(s.Key)!, s.Counts))
            .Where(s => s.Unit is not null && ScoreGroups.Of(s.Unit) == group)
            .ToList();
        if (units.Count == 0 || !group.Territorial())
            return new MonthBoard(UnitScore.InOrder(units, open.Scheme), open);
        var asked = await Demand(city, month, 1, ct);
        return new MonthBoard(UnitScore.InOrder(units, open.Scheme, asked.Of), open);
    }

    /// <summary>
    /// A group in every quarter from the first that has callbacks up to the newest that was over on a day and does not reach beyond a month of
    /// scores.
    /// </summary>
    internal async Task<IReadOnlyList<GroupQuarter>> Quarters(
        CitySnapshot city,
        DateOnly upTo,
        DateOnly today,
        ScoreGroup group,
        CancellationToken ct
    )
    {
        var told = await book.UnitsUpTo(upTo, ct);
        if (told.Count == 0)
            return [];
        var over = new List<Quarter>();
        for (var quarter = Quarter.Of(told.Min(m => m.Month)); IsOver(quarter); quarter = quarter.Next)
            over.Add(quarter);
        var byQuarter = told.ToLookup(m => Quarter.Of(m.Month));
        var given = await work.FirstGiven([.. over.SelectMany(Months)], group, city, ct);
        var quarters = new List<GroupQuarter>();
        foreach (var quarter in over)
        {
            var volumes = Months(quarter)
                .SelectMany(month => given[month])
                .GroupBy(g => g.Unit)
                .ToDictionary(g => g.Key, g => g.Sum(v => v.Count));
            quarters.Add(Of(quarter, [.. byQuarter[quarter]], volumes, await Demand(city, quarter.FirstMonth, 3, ct), group, city));
        }
        return quarters;

        bool IsOver(Quarter quarter) => quarter.LastMonth <= upTo && city.Scores.DaysOf(quarter.LastMonth).Until <= today;
    }

    private static IEnumerable<DateOnly> Months(Quarter quarter) => Enumerable.Range(0, 3).Select(quarter.FirstMonth.AddMonths);

    private static GroupQuarter Of(
        Quarter quarter,
        List<MonthSum> months,
        Dictionary<string, int> volumes,
        DemandSums asked,
        ScoreGroup group,
        CitySnapshot city
    )
    {
        var counts = months
            .Where(m => InGroup(m.Key))
            .GroupBy(m => m.Key)
            .ToDictionary(g => g.Key, g => g.Aggregate(default(RateCounts), (sum, m) => sum + m.Counts));
        var units = counts.Keys.Union(volumes.Keys).Order(StringComparer.Ordinal);
        var pooled = counts.Values.Aggregate(default(RateCounts), (sum, c) => sum + c);
        return new GroupQuarter(quarter, pooled.By(city.Scores).Score, [.. units.Select(One)]);

        bool InGroup(string code) => city.Units.Find(code) is { } unit && ScoreGroups.Of(unit) == group;

        UnitQuarter One(string code)
        {
            var own = counts.GetValueOrDefault(code);
            var score = own.Valid >= city.Scores.LeastCallbacks ? own.By(city.Scores).Score : null;
            return new UnitQuarter(code, volumes.GetValueOrDefault(code), asked.Of(city.Units.Find(code)!), score);
        }
    }

    /// <summary>What was asked in some months of scores together.</summary>
    private async Task<DemandSums> Demand(CitySnapshot city, DateOnly first, int months, CancellationToken ct)
    {
        var sums = new DemandSums(city);
        for (var at = 0; at < months; at++)
        {
            var (from, until) = MonthSpan.HoursOf(city, first.AddMonths(at));
            sums.Add(await demand.Count(from, until, ct));
        }
        return sums;
    }
}
