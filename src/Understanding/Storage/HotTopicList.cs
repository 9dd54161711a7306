using Suiying.Contracts.Understanding;
using Suiying.Engines.Topics;
using Suiying.Understanding.Model;

namespace Suiying.Understanding.Storage;

/// <summary>Topics of the window for other modules.</summary>
internal sealed class HotTopicList(MatterWindow window) : IHotTopicList
{
    public IReadOnlyList<TopicTold> All() => [.. window.Topics.Themes.Select(Told), .. window.Topics.Topics.Select(Told)];

    public TopicTold? Of(string number) => window.Topics.Of(number) is { } topic ? Told(topic) : null;

    private static TopicTold Told(HotTopic topic) =>
        new(
            topic.Key,
            topic.Found.Title,
            topic.Found.Kind is TopicKind.Theme,
            topic.Found.Members.Count,
            topic.Found.People,
            topic.Category,
            topic.Area?.Code,
            topic.Synthetic
        );
}
