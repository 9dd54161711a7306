using System.Collections.Concurrent;
using Suiying.Understanding.Storage;

namespace Suiying.Understanding.Model;

/// <summary>The topics of the window as they were at one moment, and what has joined them since. Thread-safe.</summary>
/// <param name="topics">热点, the hottest first.</param>
/// <param name="themes">共性问题, the hottest first.</param>
public sealed class HotTopics(IReadOnlyList<HotTopic> topics, IReadOnlyList<HotTopic> themes)
{
    /// <summary>Before any were looked for.</summary>
    public static readonly HotTopics None = new([], []);

    private readonly Dictionary<string, HotTopic> byMember = topics
        .Concat(themes)
        .SelectMany(t => t.Found.Members.Select(m => (Member: m, Topic: t)))
        .ToDictionary(m => m.Member, m => m.Topic, StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, string> joined = new(StringComparer.Ordinal);

    /// <summary>热点, the hottest first.</summary>
    public IReadOnlyList<HotTopic> Topics => topics;

    /// <summary>共性问题, the hottest first.</summary>
    public IReadOnlyList<HotTopic> Themes => themes;

    /// <summary>When they were found; the first moment of all before any were.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>From when on the window held what was told.</summary>
    public DateTimeOffset From { get; init; }

    /// <summary>How many days back that is, a begun day as a whole one.</summary>
    public int Days => Math.Min(MatterWindow.Length.Days, (int)Math.Ceiling((At - From).TotalDays));

    /// <summary>True where so much was told that the window could not hold all of its days.</summary>
    public bool Shortened { get; init; }

    /// <summary>How long that took.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>How many requests the window held.</summary>
    public int Requests { get; init; }

    /// <summary>What the window had gone through by then.</summary>
    public long Changes { get; init; }

    /// <summary>The topic that a request belongs to, also one that joined since; null where it belongs to none.</summary>
    public HotTopic? Of(string number) => byMember.GetValueOrDefault(joined.GetValueOrDefault(number, number));

    /// <summary>Requests that joined a topic since it was found, by number, ascending.</summary>
    public IReadOnlyList<string> JoinedTo(HotTopic topic) =>
        [.. joined.Where(j => byMember[j.Value] == topic).Select(j => j.Key).Order(StringComparer.Ordinal)];

    /// <summary>A new request is the same matter as another.</summary>
    internal void Join(string number, string other)
    {
        var member = joined.GetValueOrDefault(other, other);
        if (byMember.ContainsKey(member) && !byMember.ContainsKey(number))
            joined[number] = member;
    }
}
