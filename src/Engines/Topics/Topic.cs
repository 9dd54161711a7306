namespace Suiying.Engines.Topics;

/// <summary>What kind of hot topic.</summary>
public enum TopicKind
{
    /// <summary>热点: one matter, at a place where it has one.</summary>
    Topic,

    /// <summary>共性问题: one concern at many places.</summary>
    Theme,
}

/// <summary>A matter that several requests are about, or a concern that returns at many places.</summary>
public sealed record Topic
{
    /// <summary>Whether it is one matter or a concern of many places.</summary>
    public required TopicKind Kind { get; init; }

    /// <summary>The title of the request that is most like all others; of a theme its concern's commonest word.</summary>
    public required string Title { get; init; }

    /// <summary>Ids, the most typical first.</summary>
    public required IReadOnlyList<string> Members { get; init; }

    /// <summary>How many requests.</summary>
    public int Requests => Members.Count;

    /// <summary>How many different people wrote them; each unknown author counts as one.</summary>
    public required int People { get; init; }

    /// <summary>How often others agreed; not in <see cref="People"/>.</summary>
    public required int Likes { get; init; }

    /// <summary>When the first came in.</summary>
    public required DateTimeOffset First { get; init; }

    /// <summary>When the last came in.</summary>
    public required DateTimeOffset Last { get; init; }

    /// <summary>Requests in the last 14 days of the window.</summary>
    public required int Recent { get; init; }

    /// <summary>Requests in the 14 days before those: with <see cref="Recent"/> it tells whether the topic grows.</summary>
    public required int Before { get; init; }

    /// <summary>Share of the requests that came within the densest 30 days, 0 to 1.</summary>
    public required double Concentration { get; init; }

    /// <summary>Place names that most members say, as far as it is known where they begin; the most frequent first.</summary>
    public required IReadOnlyList<string> PlaceWords { get; init; }

    /// <summary>Words that most members say and few others, the rarest first: the evidence.</summary>
    public required IReadOnlyList<string> MatterWords { get; init; }

    /// <summary>By what topics are ranked: see <see cref="TopicFinder"/>.</summary>
    public required double Heat { get; init; }
}
