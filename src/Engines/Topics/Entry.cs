namespace Suiying.Engines.Topics;

/// <summary>One item as an index holds it: no text but the title.</summary>
internal sealed class Entry
{
    private const int Flags = 2;
    private const int TitleFlag = 1;
    private const int PlaceFlag = 2;

    /// <summary>Its place in the index, or -1 where it only asks.</summary>
    public int Slot { get; set; } = -1;

    public required string Id { get; init; }

    public required string Title { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Hash of the author; 0 where nobody knows.</summary>
    public required ulong Author { get; init; }

    public required int Likes { get; set; }

    public required string? Area { get; init; }

    public required string? Category { get; init; }

    public required GeoPoint? Position { get; init; }

    /// <summary>Features with their flags, ascending, each once.</summary>
    public required int[] Features { get; init; }

    /// <summary>Names first, then numbers, each once.</summary>
    public required PlaceMark[] Places { get; init; }

    /// <summary>Concerns of the title, see <see cref="Topics.Concerns"/>.</summary>
    public required ulong TitleConcerns { get; init; }

    /// <summary>Concerns of title and body.</summary>
    public required ulong Concerns { get; init; }

    /// <summary>Hash of the folded body, to know the same text again.</summary>
    public required ulong Body { get; init; }

    public static int Pack(int feature, bool title, bool place) => (feature << Flags) | (title ? TitleFlag : 0) | (place ? PlaceFlag : 0);

    public static int FeatureOf(int packed) => packed >> Flags;

    public static bool InTitle(int packed) => (packed & TitleFlag) != 0;

    public static bool InPlace(int packed) => (packed & PlaceFlag) != 0;

    /// <summary>True where the text has this feature anywhere.</summary>
    public bool Has(int feature)
    {
        var (low, high) = (0, Features.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var found = FeatureOf(Features[middle]);
            if (found == feature)
                return true;
            if (found < feature)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return false;
    }

    /// <summary>True where the text says this name, though perhaps not as a name.</summary>
    public bool Says(PlaceMark name) => Has(name.First) && (name.Second < 0 || Has(name.Second));
}
