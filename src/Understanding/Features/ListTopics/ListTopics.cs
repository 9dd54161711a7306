using Suiying.Contracts.Registry;
using Suiying.Understanding.Model;
using Suiying.Understanding.Storage;

namespace Suiying.Understanding.Features;

/// <summary>热点看板: the matters that several people write about, and apart from them the concerns of many places.</summary>
public sealed class ListTopics(MatterWindow window, ICityRegistry registry)
{
    /// <summary>Who works on requests or answers for an area.</summary>
    public static readonly Role[] Readers = [Role.Agent, Role.Dispatcher, Role.Reviewer, Role.Callback, Role.Supervisor, Role.Leader];

    /// <summary>So many of each are shown; the tables to download hold all.</summary>
    public const int Shown = 60;

    public sealed record Query
    {
        /// <summary>Code of an area: only topics that lie in it.</summary>
        public string? Area { get; init; }

        /// <summary>Code of a category: only topics of it or one below it.</summary>
        public string? Category { get; init; }
    }

    /// <param name="Found">All that was found, and when.</param>
    /// <param name="Topics">热点, the hottest first.</param>
    /// <param name="Themes">共性问题, the hottest first; none where only a part of the city is asked for, for they lie everywhere.</param>
    /// <param name="Read">How much of the window was read after a start, 0 to 1.</param>
    public sealed record View(HotTopics Found, IReadOnlyList<HotTopic> Topics, IReadOnlyList<HotTopic> Themes, double Read);

    public Task<Outcome<View>> Run(Query query, Actor by, CancellationToken ct) => Task.FromResult(List(query, by));

    private Outcome<View> List(Query query, Actor by)
    {
        if (!by.IsAny(Readers))
            return new NotAllowed();
        var (city, found) = (registry.Current, window.Topics);
        if (Unknown(query, city) is { Count: > 0 } problems)
            return Refusal.Invalid(problems);
        bool Meant(HotTopic topic) =>
            TopicAccess.MaySee(by, topic, city.Areas)
            && (query.Area is not { Length: > 0 } area || city.Areas.Within(topic.Area?.Code, area))
            && (query.Category is not { Length: > 0 } category || city.Categories.Upwards(topic.Category).Any(c => c.Code == category));
        return new View(
            found,
            [.. found.Topics.Where(Meant)],
            string.IsNullOrEmpty(query.Area) ? [.. found.Themes.Where(Meant)] : [],
            window.Read
        );
    }

    private static List<FieldProblem> Unknown(Query query, CitySnapshot city)
    {
        var problems = new List<FieldProblem>();
        if (query.Area is { Length: > 0 } area && city.Areas.Find(area) is null)
            problems.Add(new FieldProblem("area", "没有这个地方，请从列表或地图上选择。"));
        if (query.Category is { Length: > 0 } category && city.Categories.Find(category) is null)
            problems.Add(new FieldProblem("category", "没有这个类别，请从列表中选择。"));
        return problems;
    }
}
