namespace Suiying.Engines.Places;

/// <summary>
/// 地点识别: reads which area a text tells of. Names are found as they are written, without the word of their level, as speech recognition hears them and with
/// a character wrong; names of areas above choose among namesakes; words around say what is a road, a shop or a person, and where the matter lies when
/// several places are told. Built once for a gazetteer, some thousand areas in a tenth of a second; reading is thread-safe and its cost linear.
/// </summary>
public sealed class PlaceReader
{
    /// <summary>Characters that are read; what follows changes nothing.</summary>
    public const int Longest = 4000;

    private readonly Gazetteer gazetteer;
    private readonly MentionFinder finder;
    private readonly NearMisses misses;
    private readonly Matter matter;

    /// <param name="areas">All areas of one city, in any order.</param>
    /// <exception cref="ArgumentException">A code stands twice.</exception>
    public PlaceReader(IEnumerable<GazetteerEntry> areas)
    {
        ArgumentNullException.ThrowIfNull(areas);
        gazetteer = new Gazetteer(areas);
        finder = new MentionFinder(
            gazetteer,
            new OutsidePlaces(gazetteer.Bare(PlaceLevel.City), gazetteer.Bare(PlaceLevel.County, PlaceLevel.Township))
        );
        misses = new NearMisses(gazetteer);
        matter = new Matter(gazetteer);
    }

    /// <summary>Where the matter of the text lies; title and body are given as one text with a line break between.</summary>
    /// <param name="text">Any text, also hostile; the first <see cref="Longest"/> characters are read.</param>
    public PlaceReading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var begun = text.Length > Longest ? text[..Longest] : text;
        var read = Spelling.OneWidth(begun);
        var mentions = finder.Find(read);
        mentions.AddRange(misses.Find(read, mentions));
        mentions.Sort((a, b) => (a.At, a.End).CompareTo((b.At, b.End)));
        return matter.Of(begun, new Readings(gazetteer, read, mentions).All());
    }
}
