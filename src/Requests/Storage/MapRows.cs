using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>The public matters as they were at one moment, and the counts made from them.</summary>
public sealed class MapRowSet(IReadOnlyList<string> categories, MapRowSet.Row[] rows, MapPlaces places, DateTimeOffset asOf) : IKeptRows
{
    private const int MostKept = 500;

    private readonly ConcurrentDictionary<MapFilter, MapCounts> counted = [];

    /// <summary>24 bytes at most for each matter; an area of −1 has no place.</summary>
    public readonly record struct Row(long RegisteredAt, int Area, int Supporters, short Category, bool Ended);

    public MapPlaces Places => places;

    public DateTimeOffset AsOf => asOf;

    public MapCounts Count(MapFilter filter)
    {
        if (counted.TryGetValue(filter, out var known))
            return known;
        var counts = CountNow(filter);
        if (counted.Count < MostKept)
            counted.TryAdd(filter, counts);
        return counts;
    }

    private MapCounts CountNow(MapFilter filter)
    {
        var (open, ended) = (new int[places.Areas.Count], new int[places.Areas.Count]);
        var supporters = new int[places.Areas.Count];
        var below = filter.Area is { Length: > 0 } area ? places.Below(area) : null;
        var wanted = filter.Category is { Length: > 0 } c
            ? categories.Select(k => k.StartsWith(c, StringComparison.Ordinal)).ToArray()
            : null;
        var from = filter.From?.ToUnixTimeMilliseconds() ?? long.MinValue;
        var unplaced = 0;
        foreach (ref readonly var row in rows.AsSpan())
        {
            if (row.RegisteredAt < from || filter.Ended is { } only && only != row.Ended || wanted is not null && !wanted[row.Category])
                continue;
            if (row.Area >= 0 && (below is null || below[row.Area]))
            {
                (row.Ended ? ended : open)[row.Area]++;
                supporters[row.Area] += row.Supporters;
            }
            else if (below is null)
                unplaced++;
        }
        return new MapCounts(places, open, ended, supporters, unplaced);
    }
}

/// <summary>
/// Keeps, in 24 bytes for each, what a map counts of every public matter, at most five minutes old: then a map of a million matters costs
/// one walk through an array, whatever the filter. Sealed and secret matters and 举报 are never read.
/// </summary>
public sealed class MapRows
{
    /// <summary>Older than this, a fresh set is fetched while the old one is still shown.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(5);

    /// <summary>Older than this, nobody is shown the old one.</summary>
    public static readonly TimeSpan ShownFor = TimeSpan.FromMinutes(10);

    private readonly IServiceScopeFactory scopes;
    private readonly ICityRegistry registry;
    private readonly TimeProvider time;
    private readonly ILogger<MapRows> log;
    private readonly KeptRows<MapRowSet> kept;
    private volatile MapPlaces? places;

    public MapRows(IServiceScopeFactory scopes, ICityRegistry registry, TimeProvider time, ILogger<MapRows> log)
    {
        (this.scopes, this.registry, this.time, this.log) = (scopes, registry, time, log);
        kept = new KeptRows<MapRowSet>(FreshFor, ShownFor, time, Load);
    }

    /// <summary>Where the areas of the newest city stand.</summary>
    public MapPlaces Places
    {
        get
        {
            var known = places;
            if (known is null || known.City != registry.Current)
                places = known = new MapPlaces(registry.Current);
            return known;
        }
    }

    public Task<MapRowSet> Get(CancellationToken ct) => kept.Get(set => set.Places.City == registry.Current, ct);

    private async Task<MapRowSet> Load(MapRowSet? before)
    {
        var watch = Stopwatch.StartNew();
        await using var scope = scopes.CreateAsyncScope();
        var (db, now, here) = (scope.ServiceProvider.GetRequiredService<RequestsDb>(), time.GetUtcNow(), Places);
        var rows = new List<MapRowSet.Row>(before?.Count(new MapFilter()).Total ?? 0);
        var categories = new Dictionary<string, short>();
        var found = db
            .Requests.OpenToAll()
            .Select(r => new
            {
                r.RegisteredAt,
                r.Area,
                r.Category,
                r.Supporters,
                Ended = r.EndedAt != null,
            })
            .AsAsyncEnumerable();
        await foreach (var row in found)
        {
            if (!categories.TryGetValue(row.Category ?? "", out var category))
                categories[row.Category ?? ""] = category = (short)categories.Count;
            var area = here.IndexOf(row.Area) is { } index && here.PointOf(index) is not null ? index : -1;
            rows.Add(new MapRowSet.Row(row.RegisteredAt.ToUnixTimeMilliseconds(), area, row.Supporters, category, row.Ended));
        }
        log.LogDebug("Map rows: {Count} in {Milliseconds} ms", rows.Count, watch.ElapsedMilliseconds);
        return new MapRowSet([.. categories.Keys], [.. rows], here, now);
    }
}
