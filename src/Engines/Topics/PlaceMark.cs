namespace Suiying.Engines.Topics;

/// <summary>
/// One place that a text names, or one number of a building, phase, unit or line. A name is held as the one or two pairs of characters before its
/// ending: so 定兴县富贵园小区 and 富贵园5楼 meet, though nobody cut the words.
/// </summary>
/// <param name="Kind">What it names.</param>
/// <param name="First">Feature of the first pair; of a number the number itself.</param>
/// <param name="Second">Feature of the second pair, or -1.</param>
internal readonly record struct PlaceMark(PlaceKind Kind, int First, int Second)
{
    /// <summary>True for what is counted and not named.</summary>
    public bool IsNumber => Kind >= PlaceKind.Building;

    /// <summary>True for a name that tells one place from its neighbours: not a district or town, which holds many.</summary>
    public bool IsNarrow => Kind is not (PlaceKind.District or PlaceKind.Town);
}
