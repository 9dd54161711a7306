using System.Globalization;
using Microsoft.Extensions.Localization;
using Suiying.Contracts.Registry;
using Suiying.Design;
using Suiying.Engines.Topics;

namespace Suiying.Understanding.Model;

/// <summary>What the board says of a topic.</summary>
internal static class TopicWords
{
    /// <summary>Half as many again is more than chance and less than alarm.</summary>
    private const double Clearly = 1.5;

    /// <summary>上升, 下降, 持平; 新 where it began within the last 14 days.</summary>
    public static string Trend(IStringLocalizer<Texts> t, Topic topic) =>
        topic.Recent == topic.Requests ? t["新出现"]
        : topic.Recent == 0 ? t["近期没有"]
        : topic.Recent > topic.Before * Clearly ? t["↑ 上升"]
        : topic.Recent * Clearly < topic.Before ? t["↓ 下降"]
        : t["→ 持平"];

    /// <summary>Words in common; pieces of the name of the area, which stands beside them, are left out.</summary>
    public static IReadOnlyList<string> Said(HotTopic topic, CitySnapshot city) =>
        SameWords.Apart(topic.Found.MatterWords, city.Areas.FullName(topic.Area?.Code));

    /// <summary>From the first to the last.</summary>
    public static string Period(IStringLocalizer<Texts> t, Topic topic, CitySnapshot city)
    {
        string Day(DateTimeOffset at) => Moments.ShortDay(DateOnly.FromDateTime(city.Calendar.Local(at).Date));
        return t["{0} 至 {1}", Day(topic.First), Day(topic.Last)];
    }

    /// <summary>West, south, east, north of the topics; of the whole city where none has a point.</summary>
    public static string Box(IEnumerable<HotTopic> topics, AreaTree areas)
    {
        var points = topics.Select(t => t.Point).OfType<GeoPoint>().Select(p => (p.Longitude, p.Latitude)).ToList();
        if (points.Count == 0)
            points =
            [
                .. areas
                    .All.Where(a => a is { Longitude: not null, Latitude: not null })
                    .Select(a => (a.Longitude!.Value, a.Latitude!.Value)),
            ];
        if (points.Count == 0)
            return "-180,-60,180,75";
        const double Around = 0.02;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{points.Min(p => p.Longitude) - Around:0.####},{points.Min(p => p.Latitude) - Around:0.####},{points.Max(p => p.Longitude) + Around:0.####},{points.Max(p => p.Latitude) + Around:0.####}"
        );
    }
}
