namespace Suiying.Themes.Model;

/// <summary>一方案三清单: what is to be done, by whom and until when.</summary>
/// <param name="Text">方案: aim, policy, steps.</param>
/// <param name="Items">Of all lists, in their order.</param>
public sealed record ThemePlan(string Text, IReadOnlyList<PlanItem> Items)
{
    public const int MostItems = 60;

    public IEnumerable<PlanItem> Of(int list) => Items.Where(i => i.List == list);
}

/// <summary>清单事项</summary>
/// <param name="List">Which of the city's three lists, from 0.</param>
/// <param name="Text">What.</param>
/// <param name="Unit">Code of the unit that answers for it: the lead or a supporting one.</param>
/// <param name="DueOn">The last day; null where there is none.</param>
public sealed record PlanItem(int List, string Text, string Unit, DateOnly? DueOn);
