namespace Suiying.Engines.Places;

/// <summary>How high an area stands; the order is that of the levels.</summary>
public enum PlaceLevel
{
    /// <summary>地级市, the whole of the gazetteer.</summary>
    City,

    /// <summary>区县</summary>
    County,

    /// <summary>乡镇、街道</summary>
    Township,

    /// <summary>村、社区</summary>
    Village,
}

/// <summary>地名条目: one area of the gazetteer, as the caller keeps it.</summary>
public sealed record GazetteerEntry
{
    /// <summary>What the area is answered by; unique in a gazetteer.</summary>
    public required string Code { get; init; }

    /// <summary>The official name of this one area, without those above it: 某某社区居民委员会.</summary>
    public required string Name { get; init; }

    /// <summary>The area's level.</summary>
    public required PlaceLevel Level { get; init; }

    /// <summary>Code of the area above; null at the top.</summary>
    public string? Parent { get; init; }

    /// <summary>Other names in full, such as one from before a merger; the same short forms are made of them as of the name.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}
