using Suiying.Contracts.Requests;
using Suiying.Kernel;

namespace Suiying.Contracts.Understanding;

/// <summary>A matter while somebody tells it, as far as it is known.</summary>
public sealed record MatterTold
{
    /// <summary>The request, where it is registered already: itself is not found again.</summary>
    public RequestId? Id { get; init; }

    /// <summary>Title, or empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>What the person says; may be half a sentence.</summary>
    public required string Text { get; init; }

    /// <summary>Code of the category, or null.</summary>
    public string? Category { get; init; }

    /// <summary>Code of the area, or null.</summary>
    public string? Area { get; init; }

    /// <summary>WGS-84 degrees; null together with <see cref="Latitude"/>.</summary>
    public double? Longitude { get; init; }

    /// <summary>WGS-84 degrees.</summary>
    public double? Latitude { get; init; }

    /// <summary>When it was told; null for now.</summary>
    public DateTimeOffset? At { get; init; }
}

/// <summary>One request that seems to be about the same matter.</summary>
/// <param name="Request">Which.</param>
/// <param name="Score">0 to 1, at least 0.5.</param>
/// <param name="Reasons">What both have in common, each in a few words; at least one.</param>
public sealed record AlikeRequest(RequestId Request, double Score, IReadOnlyList<Phrase> Reasons);

/// <summary>All that seems to be about the same matter: 12 people since Friday.</summary>
public sealed record AlikeRequests
{
    /// <summary>The best first.</summary>
    public IReadOnlyList<AlikeRequest> Matters { get; init; } = [];

    /// <summary>How many requests, also beyond <see cref="Matters"/>.</summary>
    public int Requests { get; init; }

    /// <summary>How many different people wrote them.</summary>
    public int People { get; init; }

    /// <summary>How many others said that they met the same; not in <see cref="People"/>.</summary>
    public int Supporters { get; init; }

    /// <summary>When the first came in; null where there is none.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>How much of the window was read after a start, 0 to 1; below 1 something may be missing.</summary>
    public double Read { get; init; } = 1;
}

/// <summary>
/// 同一事项: finds requests of the last weeks about the same matter by what was said, where and when, while somebody tells it. It proposes; a person joins.
/// Works in memory, thread-safe, a few milliseconds. Sealed and secret requests and 举报 are never found.
/// </summary>
public interface ISameMatters
{
    /// <param name="told">The matter.</param>
    /// <param name="most">Most matters that are told, 1 or more.</param>
    AlikeRequests Find(MatterTold told, int most);

    /// <summary>
    /// For many requests at once, as for the rows of a queue: which others stand in one matter with each, are alike to it and have not ended, the
    /// best first. Some seconds old. Requests without any, and those that are not known here, are not in the answer.
    /// </summary>
    /// <param name="requests">Those that are asked about.</param>
    /// <param name="most">Most others that are told of one, 1 or more.</param>
    IReadOnlyDictionary<RequestId, IReadOnlyList<AlikeRequest>> OpenBeside(IEnumerable<RequestId> requests, int most);
}
