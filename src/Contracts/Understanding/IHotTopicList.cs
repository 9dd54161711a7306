namespace Suiying.Contracts.Understanding;

/// <summary>One matter that several people tell of, or one concern of many places.</summary>
/// <param name="Key">Number of a request of it, by which it is found again when it has grown.</param>
/// <param name="Title">In a few words, as people say it.</param>
/// <param name="Shared">共性问题: a concern of many places; else 热点, one matter at one place.</param>
/// <param name="Requests">How many requests.</param>
/// <param name="People">By how many people.</param>
/// <param name="Category">Code of the category of at least half of them, or null.</param>
/// <param name="Area">Code of the smallest area in which six of ten lie; null for the city.</param>
/// <param name="Synthetic">A generator made some of them.</param>
public sealed record TopicTold(
    string Key,
    string Title,
    bool Shared,
    int Requests,
    int People,
    string? Category,
    string? Area,
    bool Synthetic
);

/// <summary>热点 and 共性问题 as they were last found, for who makes something of them. In memory; sealed and secret requests and 举报 are in none.</summary>
public interface IHotTopicList
{
    /// <summary>共性问题 and 热点, each with the hottest first.</summary>
    IReadOnlyList<TopicTold> All();

    /// <summary>The topic of which a request is a part; null where there is none any more.</summary>
    TopicTold? Of(string number);
}
