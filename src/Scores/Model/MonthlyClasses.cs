using Suiying.Contracts.Registry;

namespace Suiying.Scores.Model;

/// <summary>月度分类: which units of a group are 先进, 进步 or 整改 in a month. The same two months give the same, in whatever order they come.</summary>
internal static class MonthlyClasses
{
    /// <param name="month">One group in its order.</param>
    /// <param name="before">The same group in the month of scores before.</param>
    /// <param name="governed">Codes of those on the list of governed ones, whatever their month was.</param>
    /// <param name="rules">The city's.</param>
    public static IReadOnlyList<UnitStanding> Of(
        IReadOnlyList<UnitScore> month,
        IReadOnlyList<UnitScore> before,
        IReadOnlySet<string> governed,
        ClassRules rules
    )
    {
        var earlier = before.ToDictionary(u => u.Unit.Code);
        var all = month.Select(u => new UnitStanding(u, earlier.GetValueOrDefault(u.Unit.Code), [])).ToList();
        var ranked = month.Where(u => u.Rank is not null).ToList();
        var (first, last) = (First(ranked, rules), Last(ranked, rules));
        var risen = Risen(all, rules);
        return
        [
            .. all.Select(u =>
                u with
                {
                    Classes = Classes(
                        (ScoreClass.Advanced, first.Contains(u.Score.Unit.Code)),
                        (ScoreClass.Improved, risen.Contains(u.Score.Unit.Code)),
                        (ScoreClass.ToMend, last.Contains(u.Score.Unit.Code)),
                        (ScoreClass.Governed, governed.Contains(u.Score.Unit.Code))
                    ),
                }
            ),
        ];
    }

    private static bool UnderFloor(UnitScore unit, ClassRules rules) => unit.Rates.Score < rules.Floor;

    /// <summary>Those that share the last place of the list all come in, unless they reach over the middle: then none of them does.</summary>
    private static HashSet<string> First(List<UnitScore> ranked, ClassRules rules)
    {
        var half = ranked.Count / 2;
        return
        [
            .. ranked
                .GroupBy(u => u.Rank!.Value)
                .Where(g => g.Key <= rules.Advanced && g.Key - 1 + g.Count() <= half)
                .SelectMany(g => g)
                .Where(u => !UnderFloor(u, rules))
                .Select(u => u.Unit.Code),
        ];
    }

    private static HashSet<string> Last(List<UnitScore> ranked, ClassRules rules)
    {
        var (count, half) = (ranked.Count, ranked.Count / 2);
        var end = ranked
            .GroupBy(u => u.Rank!.Value)
            // Places counted from the end: of the last of those that share one, and of the first of them.
            .Where(g => count - (g.Key - 1 + g.Count()) + 1 <= rules.ToMend && count - g.Key + 1 <= half)
            .SelectMany(g => g);
        return [.. end.Concat(ranked.Where(u => UnderFloor(u, rules))).Select(u => u.Unit.Code)];
    }

    /// <summary>Those that rose as much as the last of the list all come in.</summary>
    private static HashSet<string> Risen(List<UnitStanding> all, ClassRules rules)
    {
        var rises = all.Where(u => u.Change > 0).OrderByDescending(u => u.Change).ToList();
        var least = rises.ElementAtOrDefault(Math.Min(rules.Improved, rises.Count) - 1)?.Change;
        return [.. rises.Where(u => u.Change >= least).Select(u => u.Score.Unit.Code)];
    }

    private static List<ScoreClass> Classes(params ReadOnlySpan<(ScoreClass Class, bool In)> each)
    {
        var classes = new List<ScoreClass>();
        foreach (var (name, within) in each)
            if (within)
                classes.Add(name);
        return classes;
    }
}
