using Suiying.Contracts.Registry;
using Suiying.Scores.Model;
using Suiying.Scores.Storage;

namespace Suiying.Scores.Features;

/// <summary>治理类名单: townships or streets of whose people much is asked, for quarters, with a low score; made of the quarters each time.</summary>
public sealed class ListGoverned(MonthBoards boards, ICityRegistry registry, TimeProvider time)
{
    public sealed record Query
    {
        /// <summary>Quarters that do not reach beyond it count; first day of the calendar month that names it.</summary>
        public required DateOnly Month { get; init; }

        public required ScoreGroup Group { get; init; }
    }

    /// <summary>One on the list.</summary>
    /// <param name="Unit">Which.</param>
    /// <param name="Entry">What brought it there, and how far it is from leaving.</param>
    /// <param name="Now">The unit in the newest quarter that is over; null where nothing was asked of it.</param>
    public sealed record Row(Unit Unit, GovernedEntry Entry, UnitQuarter? Now);

    /// <param name="Month">Of scores.</param>
    /// <param name="Group">Which is compared; groups that are never governed have an empty list.</param>
    /// <param name="Scheme">By which it is counted: the one in force today.</param>
    /// <param name="Units">Who is on the list, the oldest entry first.</param>
    /// <param name="Quarters">How many are over.</param>
    /// <param name="Newest">The newest of them; null where none is.</param>
    /// <param name="Pooled">The score of the whole group in it.</param>
    /// <param name="Grouped">Units of the group in areas that the city serves.</param>
    /// <param name="Populated">How many of them have an area whose population is known.</param>
    public sealed record View(
        DateOnly Month,
        ScoreGroup Group,
        ScoreScheme Scheme,
        IReadOnlyList<Row> Units,
        int Quarters,
        Quarter? Newest,
        decimal? Pooled,
        int Grouped,
        int Populated
    );

    public async Task<Outcome<View>> Run(Query query, Actor by, CancellationToken ct)
    {
        if (!ScoreAccess.MayRead(by))
            return new NotAllowed();
        var (city, group) = (registry.Current, query.Group);
        if (!group.MayBeGoverned())
            return new View(query.Month, group, city.Scores, [], 0, null, null, 0, 0);
        var quarters = await boards.Quarters(city, query.Month, city.Calendar.DateOf(time.GetUtcNow()), group, ct);
        var newest = quarters.Count == 0 ? null : quarters[^1];
        var now = newest?.Units.ToDictionary(u => u.Unit) ?? [];
        // The list of the whole city, also for who sees a part of it.
        var listed = GovernedFold
            .Of(quarters, city.Scores.ClassesInForce().Governed)
            .Select(entry => new Row(city.Units.Find(entry.Unit)!, entry, now.GetValueOrDefault(entry.Unit)))
            .Where(row => !row.Unit.IsClosed() && ScoreAccess.MayRead(by, row.Unit, city));
        var areas = city
            .Units.All.Where(u => ScoreGroups.Of(u) == group && !u.IsClosed())
            .Select(u => city.Areas.Find(u.Area))
            .Where(a => a is { Served: true })
            .ToList();
        return new View(
            query.Month,
            group,
            city.Scores,
            [.. listed],
            quarters.Count,
            newest?.Quarter,
            newest?.Pooled,
            areas.Count,
            areas.Count(a => a!.Population > 0)
        );
    }
}
