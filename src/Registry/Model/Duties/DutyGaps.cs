using Suiying.Contracts.Registry;

namespace Suiying.Registry.Model.Duties;

/// <summary>目录空白: a finest category for which, in some areas of a level, no rule names a unit.</summary>
/// <param name="Category">The category.</param>
/// <param name="Level">How exactly the place is known.</param>
/// <param name="Areas">How many areas.</param>
/// <param name="Example">Name of one of them.</param>
public sealed record DutyGap(Category Category, AreaLevel Level, int Areas, string Example);

/// <summary>目录核对: rules that never name a unit, rules that are never first, and what no rule answers for.</summary>
public sealed record DutyGaps(IReadOnlyList<DutyRule> Dead, IReadOnlyList<DutyRule> Shadowed, IReadOnlyList<DutyGap> Gaps)
{
    /// <summary>Asks the list for every finest category in every served area, as deep as its rules look.</summary>
    public static DutyGaps Of(CitySnapshot city)
    {
        var (first, matched) = (new HashSet<string>(), new HashSet<string>());
        var gaps = new List<DutyGap>();
        var deepest = city.Duties.All.Select(r => r.AreaLevel).Append(AreaLevel.Township).Max();
        var places = city
            .Areas.All.Where(a => a.Served && a.Level <= deepest)
            .Select(a => (Area: a, Upwards: (IReadOnlyList<Area>)[.. city.Areas.Upwards(a.Code)]))
            .GroupBy(p => p.Area.Level)
            .OrderBy(g => g.Key)
            .Select(g => (Level: g.Key, Places: g.ToList()))
            .ToList();
        foreach (var category in city.Categories.All.Where(c => !c.IsRetired() && !city.Categories.Children(c.Code).Any()))
        {
            foreach (var (level, at) in places)
            {
                var without = at.Where(p => !Answered(city, category.Code, p.Upwards, first, matched)).Select(p => p.Area).ToList();
                if (without.Count > 0)
                    gaps.Add(new DutyGap(category, level, without.Count, without[0].Name));
            }
        }
        return new DutyGaps(
            [.. city.Duties.All.Where(r => !matched.Contains(r.Id))],
            [.. city.Duties.All.Where(r => matched.Contains(r.Id) && !first.Contains(r.Id))],
            gaps
        );
    }

    private static bool Answered(
        CitySnapshot city,
        string category,
        IReadOnlyList<Area> upwards,
        HashSet<string> first,
        HashSet<string> matched
    )
    {
        var any = false;
        foreach (var (rule, _) in city.Duties.Matches(city, category, upwards))
        {
            if (!any)
                first.Add(rule.Id);
            any = true;
            matched.Add(rule.Id);
        }
        return any;
    }
}
