using System.Runtime.CompilerServices;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;

namespace Suiying.Scores.Model;

/// <summary>地区诉求: what the people of an area asked for in a span of time, beside how many they are.</summary>
/// <param name="Requests">Registered of the area and all below it, whoever handles them.</param>
/// <param name="Inhabitants">常住人口, at least 1.</param>
public readonly record struct AreaDemand(int Requests, int Inhabitants)
{
    /// <summary>万人诉求比: requests per 10,000 inhabitants, not rounded.</summary>
    public decimal Per10K => 10_000m * Requests / Inhabitants;
}

/// <summary>诉求合计: the requests of one or more spans together, by area with all below it.</summary>
internal sealed class DemandSums(CitySnapshot city)
{
    /// <summary>A board adds up the same months each time that it is read: thousands of villages into those above them.</summary>
    private static readonly ConditionalWeakTable<DemandSet, Summed> Kept = [];

    private readonly Dictionary<string, int> registered = [];

    public void Add(DemandSet set)
    {
        foreach (var (area, count) in WithBelow(set))
            registered[area] = registered.GetValueOrDefault(area) + count;
    }

    /// <summary>Of the unit's area; null where the population is not known or nobody lives there.</summary>
    public AreaDemand? Of(Unit unit) =>
        city.Areas.Find(unit.Area) is { Population: > 0 and var people }
            ? new AreaDemand(registered.GetValueOrDefault(unit.Area), people)
            : null;

    private Dictionary<string, int> WithBelow(DemandSet set)
    {
        if (Kept.TryGetValue(set, out var kept) && kept.City == city)
            return kept.Registered;
        var sums = new Dictionary<string, int>();
        foreach (var (area, count) in set.Registered)
        foreach (var above in city.Areas.Upwards(area))
            sums[above.Code] = sums.GetValueOrDefault(above.Code) + count;
        Kept.AddOrUpdate(set, new Summed(city, sums));
        return sums;
    }

    private sealed record Summed(CitySnapshot City, Dictionary<string, int> Registered);
}
