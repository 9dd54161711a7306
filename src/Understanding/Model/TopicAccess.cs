using Suiying.Contracts.Registry;

namespace Suiying.Understanding.Model;

/// <summary>Which topics an actor may know of: who answers for an area, only what lies in it.</summary>
internal static class TopicAccess
{
    public static bool MaySee(Actor by, HotTopic topic, AreaTree areas) =>
        Bound(by) is not { } area || areas.Within(topic.Area?.Code, area);

    public static bool MaySee(Actor by, string? area, AreaTree areas) => Bound(by) is not { } bound || areas.Within(area, bound);

    /// <summary>Whoever of the hotline works on requests sees all of them.</summary>
    private static string? Bound(Actor by) =>
        by.IsAny(Role.Agent, Role.Dispatcher, Role.Reviewer, Role.Callback, Role.Supervisor) || string.IsNullOrEmpty(by.AreaCode)
            ? null
            : by.AreaCode;
}
