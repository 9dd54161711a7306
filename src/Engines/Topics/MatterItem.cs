namespace Suiying.Engines.Topics;

/// <summary>One request as far as it is needed to tell whether two are about the same matter. Immutable.</summary>
public sealed record MatterItem
{
    /// <summary>Its name with whoever asks; once in an index.</summary>
    public required string Id { get; init; }

    /// <summary>Title, or empty. Its words count more; what is beyond <see cref="LongestTitle"/> is not read.</summary>
    public required string Title { get; init; }

    /// <summary>What was said. What is beyond <see cref="LongestBody"/> is not read.</summary>
    public required string Body { get; init; }

    /// <summary>When it came in.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who said it, as an opaque text (a keyed hash, never a name); empty where nobody knows, which counts as a person of its own.</summary>
    public string Author { get; init; } = "";

    /// <summary>How many others agreed with it, 0 or more.</summary>
    public int Likes { get; init; }

    /// <summary>Code of the area where the matter lies, the code of a larger area being its beginning; or null.</summary>
    public string? AreaCode { get; init; }

    /// <summary>Code of the category, or null. The same category is a reason for, another none against.</summary>
    public string? CategoryCode { get; init; }

    /// <summary>WGS84 degrees, or null.</summary>
    public GeoPoint? Position { get; init; }

    /// <summary>Longest title that is read, in UTF-16 units.</summary>
    public const int LongestTitle = 200;

    /// <summary>Longest body that is read, in UTF-16 units; so hostile text costs no more than any other.</summary>
    public const int LongestBody = 2_000;
}
