namespace Suiying.Engines.Places;

/// <summary>地点判断: where the matter of a text lies.</summary>
public sealed record PlaceReading
{
    /// <summary>Nothing in the text names an area.</summary>
    public static PlaceReading None { get; } = new();

    /// <summary>Code of the deepest area that the text decides; null where it names none, or several that nothing in it tells apart.</summary>
    public string? Best { get; init; }

    /// <summary>Probability from 0 to 1 that <see cref="Best"/> is right, calibrated on generated texts; 0 without one.</summary>
    public double Confidence { get; init; }

    /// <summary>
    /// Where <see cref="Ask"/>, the areas among which to ask; else what else it might be, after <see cref="Best"/>. Most probable first, at most 10.
    /// </summary>
    public IReadOnlyList<PlaceAlternative> Alternatives { get; init; } = [];

    /// <summary>True where the name fits several areas and nothing chooses: a person asks the caller.</summary>
    public bool Ask { get; init; }

    /// <summary>The words on which the answer rests, in the order of the text.</summary>
    public IReadOnlyList<PlaceEvidence> Evidence { get; init; } = [];
}

/// <summary>地点备选: an area that it might be.</summary>
/// <param name="Code">As in the gazetteer.</param>
/// <param name="Confidence">Probability from 0 to 1.</param>
public sealed record PlaceAlternative(string Code, double Confidence);

/// <summary>地点依据: words of the text and what they were taken for.</summary>
/// <param name="At">Index of the first character in the text.</param>
/// <param name="Text">The words as they stand there.</param>
/// <param name="Code">The area for which they were taken.</param>
/// <param name="Name">The name for which they were taken; differs from <paramref name="Text"/> where they are a slip.</param>
/// <param name="Kind">How they were recognised.</param>
public sealed record PlaceEvidence(int At, string Text, string Code, string Name, PlaceMatchKind Kind);

/// <summary>识别方式: how words were recognised as a name.</summary>
public enum PlaceMatchKind
{
    /// <summary>全称: the name with the word of its level.</summary>
    Full,

    /// <summary>简称: the name without the word of its level.</summary>
    Short,

    /// <summary>同音: it sounds the same.</summary>
    Sound,

    /// <summary>错字: one character is wrong, missing or too many.</summary>
    Typo,
}
