namespace Suiying.Engines.Places;

/// <summary>A stretch of the text that names one or several areas.</summary>
/// <param name="At">Index of its first character.</param>
/// <param name="End">Index behind its last.</param>
/// <param name="Kind">How it was recognised; <see cref="PlaceMatchKind.Short"/> and <see cref="PlaceMatchKind.Full"/> by the best of the forms.</param>
/// <param name="Forms">What it may name; empty for a place outside the gazetteer.</param>
internal sealed record Mention(int At, int End, PlaceMatchKind Kind, IReadOnlyList<NameForm> Forms)
{
    public int Length => End - At;

    public bool Outside => Forms.Count == 0;

    public bool Exact => Kind is PlaceMatchKind.Full or PlaceMatchKind.Short;

    /// <summary>Of two that overlap the lower one gives way: words as they stand before words heard wrong, full names before short ones.</summary>
    public int Rank =>
        Kind switch
        {
            PlaceMatchKind.Full => 3,
            PlaceMatchKind.Short => 2,
            PlaceMatchKind.Sound => Forms.Any(f => f.Full) ? 2 : 0,
            _ => 1,
        };

    public bool Covers(Mention other) => At <= other.At && End >= other.End;

    public bool Overlaps(Mention other) => At < other.End && other.At < End;
}
