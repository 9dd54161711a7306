using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Engines.Topics;

namespace Suiying.Understanding.Model;

/// <summary>热点 or 共性问题 of the window: one matter that several people wrote about, or one concern of many places.</summary>
public sealed record HotTopic
{
    /// <summary>A week of the time line.</summary>
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>So many of the members lie in <see cref="Area"/>.</summary>
    private const double MostLieIn = 0.6;

    /// <summary>What the engine found.</summary>
    public required Topic Found { get; init; }

    /// <summary>Number of the request that was first: by it the topic is found again when it has grown.</summary>
    public required string Key { get; init; }

    /// <summary>The smallest area in which six of ten members lie; null where that is only the city, or nothing is known.</summary>
    public required Area? Area { get; init; }

    /// <summary>WGS-84 degrees of the middle of the members that have a point, else of the area; null where neither is known.</summary>
    public required GeoPoint? Point { get; init; }

    /// <summary>Code of the category of at least half of the members, or null.</summary>
    public required string? Category { get; init; }

    /// <summary>Requests of each seven days of the window, the earliest first.</summary>
    public required IReadOnlyList<int> Weeks { get; init; }

    /// <summary>True where a member was made by a generator.</summary>
    public required bool Synthetic { get; init; }

    internal static HotTopic Of(
        Topic topic,
        IEnumerable<ToldMatter> members,
        AreaTree areas,
        (DateTimeOffset From, DateTimeOffset To) window
    )
    {
        var rows = members.OrderBy(r => r.RegisteredAt).ThenBy(r => r.Number, StringComparer.Ordinal).ToList();
        var area = AreaOf(rows, areas);
        return new HotTopic
        {
            Found = topic,
            Key = rows[0].Number,
            Area = area,
            Point = PointOf(rows, area, areas),
            Category = rows.Select(r => r.Category)
                .OfType<string>()
                .CountBy(c => c)
                .Where(c => c.Value * 2 >= rows.Count)
                .OrderByDescending(c => c.Value)
                .FirstOrDefault()
                .Key,
            Weeks = WeeksOf(rows, window),
            Synthetic = rows.Exists(r => r.Synthetic),
        };
    }

    private static Area? AreaOf(List<ToldMatter> rows, AreaTree areas) =>
        rows.SelectMany(r => areas.Upwards(r.Area).Where(a => a.Level is not AreaLevel.City))
            .CountBy(a => a)
            .Where(a => a.Value >= MostLieIn * rows.Count)
            .OrderByDescending(a => a.Key.Level)
            .ThenByDescending(a => a.Value)
            .FirstOrDefault()
            .Key;

    private static GeoPoint? PointOf(List<ToldMatter> rows, Area? area, AreaTree areas)
    {
        var placed = rows.Where(r => r is { Longitude: not null, Latitude: not null }).ToList();
        if (placed.Count * 2 >= rows.Count)
            return new GeoPoint(placed.Average(r => r.Longitude!.Value), placed.Average(r => r.Latitude!.Value));
        return areas.Upwards(area?.Code).FirstOrDefault(a => a is { Longitude: not null, Latitude: not null }) is { } at
            ? new GeoPoint(at.Longitude!.Value, at.Latitude!.Value)
            : null;
    }

    private static int[] WeeksOf(List<ToldMatter> rows, (DateTimeOffset From, DateTimeOffset To) window)
    {
        var weeks = new int[Math.Max(1, (int)Math.Ceiling((window.To - window.From) / Week))];
        foreach (var row in rows)
            weeks[Math.Clamp((int)((row.RegisteredAt - window.From) / Week), 0, weeks.Length - 1)]++;
        return weeks;
    }
}
