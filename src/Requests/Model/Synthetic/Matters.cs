using Suiying.Contracts.Registry;

namespace Suiying.Requests.Model.Synthetic;

/// <summary>What a story is about, where, and which unit it should come to.</summary>
/// <param name="Topic">What is said.</param>
/// <param name="Area">Where, as an area that the hotline serves.</param>
/// <param name="Place">Where, in words.</param>
/// <param name="Unit">Set where the plan wants it to lie there; otherwise the duty list decides.</param>
internal readonly record struct Matter(Topic Topic, Area Area, string Place, string? Unit = null);

/// <summary>
/// Draws matters: topics by season, areas by how many people live there, and now and then a hot topic, when many people of one place say the
/// same in a few days.
/// </summary>
internal sealed class Matters
{
    private const double HotShare = 0.09;
    private const double FocusShare = 0.75;
    private const double InSeason = 1.7;
    private const double OffSeason = 0.12;

    private readonly Vocabulary words;
    private readonly TimeZoneInfo zone;
    private readonly Weighted<Area> areas;
    private readonly Weighted<Topic>[] months;
    private readonly List<Burst> bursts = [];
    private readonly Dictionary<string, List<(Topic Topic, Area Area)>> focus = [];
    private readonly List<string> focusUnits;
    private readonly Weighted<Topic> urgent;

    public Matters(Plan plan, Vocabulary words, CitySnapshot city, Chance chance)
    {
        (this.words, zone) = (words, city.Calendar.Zone);
        areas = new Weighted<Area>([.. city.Areas.All.Where(a => a.Served && a.Level != AreaLevel.City)], a => People(a, city));
        months = [.. Enumerable.Range(1, 12).Select(month => new Weighted<Topic>(words.Topics, t => Frequency(t, month)))];
        Load = [.. Enumerable.Range(1, 12).Select(month => words.Topics.Sum(t => Frequency(t, month)))];
        var dangers = words.Topics.Where(t => city.Categories.Find(t.Category)?.Grade == 1).ToList();
        urgent = new Weighted<Topic>(dangers.Count > 0 ? dangers : words.Topics, t => t.Weight);
        AddBursts(plan, chance);
        foreach (var unit in plan.Focus.Keys.Order(StringComparer.Ordinal))
            AddFocus(unit, city, chance);
        focusUnits = [.. focus.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>How much each month brings, January first.</summary>
    public IReadOnlyList<double> Load { get; }

    /// <summary>Units of the plan's focus that some matter can come to.</summary>
    public IReadOnlyList<string> FocusUnits => focusUnits;

    public Matter Draw(Slot slot, Chance chance)
    {
        // To the police and the fire brigade goes what is dangerous, not a kindergarten's waiting list.
        if (slot.Target is RequestState.HandoverPending or RequestState.EmergencyTransferred)
            return new Matter(urgent.Draw(chance), areas.Draw(chance), chance.One(words.Places));
        if (slot.Unit is { } wanted || focusUnits.Count > 0 && chance.In(FocusShare) && (wanted = chance.One(focusUnits)) is not null)
        {
            var (topic, area) = chance.One(focus[wanted]);
            return new Matter(topic, area, chance.One(words.Places), wanted);
        }
        if (chance.In(HotShare) && Burning(slot.At, chance) is { } burst)
            return burst.Matter;
        var month = TimeZoneInfo.ConvertTime(slot.At, zone).Month;
        return new Matter(months[month - 1].Draw(chance), areas.Draw(chance), chance.One(words.Places));
    }

    private static double Frequency(Topic topic, int month) =>
        topic.Weight
        * (
            topic.Season.Count == 0 ? 1
            : topic.Season.Contains(month) ? InSeason
            : OffSeason
        );

    /// <summary>Districts of the city are called 区 and hold more people; most callers say the community, some only the township or county.</summary>
    private static double People(Area area, CitySnapshot city)
    {
        var urban = city.Areas.CountyOf(area.Code)?.Name.EndsWith('区') == true ? 3 : 1;
        // Codes end in an arbitrary number: it makes some communities larger than others, the same in every generation.
        var size = 1 + area.Code.Sum(c => c) % 7;
        return area.Level switch
        {
            AreaLevel.Village => urban * size,
            AreaLevel.Township => urban * 10,
            _ => urban * 25,
        };
    }

    private void AddBursts(Plan plan, Chance chance)
    {
        var count = Math.Clamp(plan.Requests / 500, 4, 400);
        for (var i = 0; i < count; i++)
        {
            var start = plan.Until.AddDays(-plan.Days * chance.Next());
            var month = TimeZoneInfo.ConvertTime(start, zone).Month;
            var matter = new Matter(months[month - 1].Draw(chance), areas.Draw(chance), chance.One(words.Places));
            bursts.Add(new Burst(matter, start, start.AddDays(2 + 8 * chance.Next())));
        }
        bursts.Sort((a, b) => a.From.CompareTo(b.From));
    }

    private Burst? Burning(DateTimeOffset at, Chance chance)
    {
        // Sorted by beginning and none longer than ten days, so only a few neighbours can be burning.
        var first = bursts.FindIndex(b => b.From > at.AddDays(-10));
        if (first < 0)
            return null;
        var last = bursts.FindIndex(first, b => b.From > at);
        var burning = bursts.GetRange(first, (last < 0 ? bursts.Count : last) - first).FindAll(b => b.To > at);
        return burning.Count == 0 ? null : chance.One(burning);
    }

    /// <summary>Pairs of topic and area for which the duty list names the unit.</summary>
    private void AddFocus(string unit, CitySnapshot city, Chance chance)
    {
        if (city.Units.Find(unit) is not { } known)
            return;
        var within = city.Areas.All.Where(a => a.Served && a.Level >= AreaLevel.Township && city.Areas.Within(a.Code, known.Area)).ToList();
        // Some act in a few counties only, so the sample grows until it meets them.
        var pairs = new List<(Topic, Area)>();
        for (var size = 12; pairs.Count < 20 && size <= 48; size *= 2)
            pairs.AddRange(
                from area in within.Count <= size ? within : [.. Enumerable.Range(0, size).Select(_ => chance.One(within))]
                from topic in words.Topics
                where city.Duties.Propose(city, topic.Category, area.Code).Any(p => p.Unit.Code == unit)
                select (topic, area)
            );
        // To a community or a county's government a dispatcher gives what the duty list does not name.
        if (pairs.Count == 0 && known.Kind is UnitKind.Village or UnitKind.CountyGovernment && within.Count > 0)
            pairs.AddRange(words.Topics.Select(topic => (topic, chance.One(within))));
        if (pairs.Count > 0)
            focus[unit] = pairs;
    }

    private sealed record Burst(Matter Matter, DateTimeOffset From, DateTimeOffset To);
}
