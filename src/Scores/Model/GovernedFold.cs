using Suiying.Contracts.Registry;

namespace Suiying.Scores.Model;

/// <summary>单位季度: one township or street in one quarter.</summary>
/// <param name="Unit">Its code.</param>
/// <param name="Volume">Requests given to it for the first time.</param>
/// <param name="Demand">What the people of its area asked for; null where the population is not known.</param>
/// <param name="Score">Of all its callbacks of the quarter together; null where there were fewer than the scheme's least.</param>
public sealed record UnitQuarter(string Unit, int Volume, AreaDemand? Demand, decimal? Score);

/// <summary>分组季度: a group in one quarter.</summary>
/// <param name="Quarter">Which.</param>
/// <param name="Pooled">The score of all callbacks of the group together; null where there were none.</param>
/// <param name="Units">In any order.</param>
public sealed record GroupQuarter(Quarter Quarter, decimal? Pooled, IReadOnlyList<UnitQuarter> Units);

/// <summary>治理对象: a unit that is on the list.</summary>
/// <param name="Unit">Its code.</param>
/// <param name="Since">The quarter that brought it onto the list.</param>
/// <param name="Volume">Its requests in that quarter, against which later ones are held.</param>
/// <param name="Met">How many quarters up to the newest, in a row, it has met what lets it leave.</param>
public sealed record GovernedEntry(string Unit, Quarter Since, int Volume, int Met);

/// <summary>
/// 治理类进出: who is on the list after some quarters, made of the quarters alone. No list is kept anywhere, so what is counted anew gives the
/// list anew, and no order in which quarters or units come changes it.
/// </summary>
internal static class GovernedFold
{
    public static IReadOnlyList<GovernedEntry> Of(IEnumerable<GroupQuarter> quarters, GovernedRule rule)
    {
        var (state, last) = (new Dictionary<string, Standing>(), (Quarter?)null);
        foreach (var quarter in quarters.OrderBy(q => q.Quarter.FirstMonth))
        {
            if (last is { } before && before.Next != quarter.Quarter)
                state = state.ToDictionary(s => s.Key, s => s.Value with { Run = 0 });
            state = Step(state, quarter, rule);
            last = quarter.Quarter;
        }
        return
        [
            .. state
                .Where(s => s.Value.Since is not null)
                .Select(s => new GovernedEntry(s.Key, s.Value.Since!.Value, s.Value.Volume, s.Value.Run))
                .OrderBy(e => e.Since.FirstMonth)
                .ThenBy(e => e.Unit, StringComparer.Ordinal),
        ];
    }

    /// <summary>True where the unit belongs to those of whom most is asked, in requests and per 10,000 people, and its score is under the group's.</summary>
    public static bool Presses(UnitQuarter unit, GroupQuarter group, GovernedRule rule) =>
        unit.Score < group.Pooled
        && unit.Demand is { } demand
        && AmongMost(unit.Volume, group.Units.Select(u => (decimal)u.Volume).Where(v => v > 0), rule)
        && AmongMost(demand.Per10K, group.Units.Where(u => u.Demand is not null).Select(u => u.Demand!.Value.Per10K), rule);

    /// <summary>True where the requests are down since the entry as the rule has it and the score is above the group's.</summary>
    public static bool Meets(UnitQuarter unit, GroupQuarter group, int entryVolume, GovernedRule rule) =>
        unit.Score > group.Pooled && 100L * unit.Volume <= (100L - rule.DownPercent) * entryVolume;

    private static Dictionary<string, Standing> Step(Dictionary<string, Standing> state, GroupQuarter quarter, GovernedRule rule)
    {
        var next = new Dictionary<string, Standing>();
        var units = quarter.Units.ToDictionary(u => u.Unit);
        // Who is on the list and was neither asked for anything nor called back in a quarter stays, for it showed nothing.
        foreach (var code in units.Keys.Union(state.Keys))
        {
            var unit = units.GetValueOrDefault(code) ?? new UnitQuarter(code, 0, null, null);
            if (state.GetValueOrDefault(code) is { Since: not null } listed)
            {
                var met = Meets(unit, quarter, listed.Volume, rule) ? listed.Run + 1 : 0;
                if (met < rule.Quarters)
                    next[code] = listed with { Run = met };
            }
            else if (Presses(unit, quarter, rule))
            {
                var run = state.GetValueOrDefault(code).Run + 1;
                next[code] = run < rule.Quarters ? new Standing(run, null, 0) : new Standing(0, quarter.Quarter, unit.Volume);
            }
        }
        return next;
    }

    /// <summary>No more than the rule's percent of the group have as much; those that are equal count together, so that a tie lets nobody in by chance.</summary>
    private static bool AmongMost(decimal value, IEnumerable<decimal> all, GovernedRule rule)
    {
        var (count, asMuch) = (0, 0);
        foreach (var each in all)
        {
            count++;
            asMuch += each >= value ? 1 : 0;
        }
        return value > 0 && 100L * asMuch <= (long)rule.TopPercent * count;
    }

    /// <param name="Run">Quarters in a row in which the condition held: of coming while it is not on the list, of leaving while it is.</param>
    /// <param name="Since">Null while it is not on the list.</param>
    /// <param name="Volume">Of the quarter of entry.</param>
    private readonly record struct Standing(int Run, Quarter? Since, int Volume);
}
