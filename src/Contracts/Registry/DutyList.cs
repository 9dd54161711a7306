namespace Suiying.Contracts.Registry;

/// <summary>派单目录的一行: matters of a category, where the place is known down to a level, belong to such a unit.</summary>
public sealed record DutyRule
{
    /// <summary>Stable within the pack; shown as the reason of a proposal.</summary>
    public required string Id { get; init; }

    /// <summary>A category code; the rule holds for it and all below it unless a closer rule exists.</summary>
    public required string Category { get; init; }

    /// <summary>The rule needs a place known at least down to this level.</summary>
    public required AreaLevel AreaLevel { get; init; }

    /// <summary>Code of one unit; null where <see cref="Kind"/> names a kind found by area.</summary>
    public string? Unit { get; init; }

    /// <summary>The kind of unit whose area holds the place.</summary>
    public UnitKind? Kind { get; init; }

    public string? Function { get; init; }

    /// <summary>An article that is cited, or 示例.</summary>
    public required string Basis { get; init; }
}

/// <summary>Which unit the duty list proposes, and why.</summary>
/// <param name="Unit">The unit that should take the matter.</param>
/// <param name="Rule">The rule that said so.</param>
public sealed record DutyProposal(Unit Unit, DutyRule Rule);

/// <summary>派单目录 of a city.</summary>
public sealed class DutyList(IReadOnlyList<DutyRule> rules)
{
    private readonly ILookup<string, DutyRule> byCategory = rules.OrderByDescending(r => r.AreaLevel).ToLookup(r => r.Category);

    public IReadOnlyList<DutyRule> All { get; } = rules;

    /// <summary>
    /// Units that should take a matter, best first: the closest category wins, then the most exact place. Never a unit under
    /// <paramref name="accusedUnit"/>.
    /// </summary>
    public IReadOnlyList<DutyProposal> Propose(CitySnapshot city, string? category, string? area, string? accusedUnit = null)
    {
        var proposals = new List<DutyProposal>();
        foreach (var (rule, unit) in Matches(city, category, city.Areas.Upwards(area).ToList()))
        {
            if (city.Units.Under(unit.Code, accusedUnit) || proposals.Any(p => p.Unit.Code == unit.Code))
                continue;
            proposals.Add(new DutyProposal(unit, rule));
        }
        return proposals;
    }

    /// <summary>The rules that lead to a unit for a matter, each with the unit that acts for it today, best first.</summary>
    /// <param name="city">The city whose list this is.</param>
    /// <param name="category">Code of the matter's category.</param>
    /// <param name="upwards">The place as far as it is known, then the areas above it.</param>
    public IEnumerable<(DutyRule Rule, Unit Unit)> Matches(CitySnapshot city, string? category, IReadOnlyList<Area> upwards)
    {
        if (upwards.Count == 0)
            yield break;
        foreach (var step in city.Categories.Upwards(city.Categories.Acting(category)))
        {
            foreach (var rule in byCategory[step.Code])
            {
                if (upwards[0].Level >= rule.AreaLevel && Resolve(city, rule, upwards) is { } unit)
                    yield return (rule, unit);
            }
        }
    }

    private static Unit? Resolve(CitySnapshot city, DutyRule rule, IReadOnlyList<Area> upwards) =>
        city.Units.Find(
            city.Units.Acting(
                rule.Unit
                    ?? upwards
                        .SelectMany(a => city.Units.ByKindAndArea[(rule.Kind!.Value, a.Code)])
                        .FirstOrDefault(u => rule.Function is null || u.Function == rule.Function)
                        ?.Code
            )
        );
}
