using System.Collections.Frozen;

namespace Suiying.Contracts.Registry;

/// <summary>Level of an administrative division; a city without one of them leaves it out.</summary>
public enum AreaLevel
{
    City,

    /// <summary>区县</summary>
    County,

    /// <summary>乡镇、街道</summary>
    Township,

    /// <summary>村、社区</summary>
    Village,
}

/// <summary>One administrative division.</summary>
public sealed record Area
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required AreaLevel Level { get; init; }

    /// <summary>Code of the area above; null only for the city.</summary>
    public string? Parent { get; init; }

    /// <summary>False where this city's hotline does not answer for the area.</summary>
    public bool Served { get; init; } = true;

    /// <summary>Who administers an area that is not served, so that the caller is told where to go.</summary>
    public string? AdministeredBy { get; init; }

    /// <summary>Other names under which it is known, such as one from before a merger, in full: 某某县 of what is now 某某区. Null for none.</summary>
    public IReadOnlyList<string>? Aliases { get; init; }

    /// <summary>常住人口: inhabitants, 0 or more; null where the city does not know, which is never taken for none.</summary>
    public int? Population { get; init; }

    /// <summary>WGS-84 degrees of a central point.</summary>
    public double? Longitude { get; init; }

    public double? Latitude { get; init; }

    /// <summary>True where position or outline was made by a generator: it proposes, it never decides.</summary>
    public bool Schematic { get; init; }

    /// <summary>Outline rings as longitude, latitude pairs; empty where the area has only a point.</summary>
    public IReadOnlyList<IReadOnlyList<double[]>> Outline { get; init; } = [];
}

/// <summary>All areas of a city.</summary>
public sealed class AreaTree
{
    private readonly FrozenDictionary<string, Area> byCode;
    private readonly ILookup<string, Area> children;

    /// <exception cref="ArgumentException">A code stands twice.</exception>
    public AreaTree(IReadOnlyList<Area> areas)
    {
        All = areas;
        byCode = areas.ToFrozenDictionary(a => a.Code);
        children = areas.Where(a => a.Parent is not null).ToLookup(a => a.Parent!);
    }

    public IReadOnlyList<Area> All { get; }

    public Area? Find(string? code) => code is not null && byCode.TryGetValue(code, out var area) ? area : null;

    public IEnumerable<Area> Children(string code) => children[code];

    /// <summary>The area itself, then those above it up to the city. Empty where the code is unknown.</summary>
    public IEnumerable<Area> Upwards(string? code)
    {
        for (var area = Find(code); area is not null; area = Find(area.Parent))
            yield return area;
    }

    /// <summary>True where <paramref name="inner"/> is <paramref name="outer"/> or lies below it.</summary>
    public bool Within(string? inner, string outer) => Upwards(inner).Any(a => a.Code == outer);

    /// <summary>Names from county to the area itself, as people say them: 莲池区 五四路街道 某社区.</summary>
    public string FullName(string? code) =>
        string.Join(' ', Upwards(code).Where(a => a.Level != AreaLevel.City).Reverse().Select(a => a.Name));

    /// <summary>The county above or at the area, or null.</summary>
    public Area? CountyOf(string? code) => Upwards(code).FirstOrDefault(a => a.Level == AreaLevel.County);

    public Area? TownshipOf(string? code) => Upwards(code).FirstOrDefault(a => a.Level == AreaLevel.Township);
}
