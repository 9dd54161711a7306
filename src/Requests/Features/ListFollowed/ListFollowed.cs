using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>关注附近: the places that a resident follows, with what became public there since they last looked.</summary>
public sealed class ListFollowed(RequestsDb db, FollowedPlaces followed, MapRows map, TimeProvider time)
{
    /// <summary>More are counted as more.</summary>
    public const int MostNew = 20;

    private const int MostAreas = 800;

    /// <param name="Places">Followed now, the oldest first.</param>
    /// <param name="Stopped">Can still be had back.</param>
    /// <param name="Serial">The newest request of all.</param>
    /// <param name="At">When this was made.</param>
    public sealed record View(IReadOnlyList<Followed> Places, IReadOnlyList<Followed> Stopped, long Serial, DateTimeOffset At)
    {
        public int News => Places.Sum(p => p.Fresh.Count + p.Ended.Count);

        /// <summary>True where there is more than <see cref="News"/> counts.</summary>
        public bool More => Places.Any(p => p.Fresh.Count == MostNew || p.Ended.Count == MostNew);
    }

    /// <param name="Id">Of the row.</param>
    /// <param name="Content">Which place.</param>
    /// <param name="AreaName">Names from county to the area itself.</param>
    /// <param name="Fresh">New public requests, the newest first.</param>
    /// <param name="Ended">Older ones that have a result now.</param>
    public sealed record Followed(
        Guid Id,
        FollowedContent Content,
        string AreaName,
        IReadOnlyList<PublicRequest> Fresh,
        IReadOnlyList<PublicRequest> Ended
    );

    public async Task<Outcome<View>> Run(Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Resident) || by.Id == Guid.Empty)
            return new NotAllowed("请先用手机验证码登录。");
        var (newest, now) = (await followed.Newest(ct), time.GetUtcNow());
        var (active, stopped) = (new List<Followed>(), new List<Followed>());
        foreach (var place in await followed.Of(by, ct))
        {
            if (followed.Open(place) is not { } content)
                continue;
            if (place.StoppedAt is null)
                active.Add(await Look(place, content, ct));
            else
                stopped.Add(Of(place, content, [], []));
        }
        return new View(active, stopped, newest, now);
    }

    private async Task<Followed> Look(FollowedPlace place, FollowedContent content, CancellationToken ct)
    {
        var fresh = await Fresh(place, content).OrderByDescending(r => r.Serial).Take(MostNew).ToListAsync(ct);
        var ended = await Ended(place, content).OrderByDescending(r => r.EndedAt).Take(MostNew).ToListAsync(ct);
        return Of(place, content, fresh, ended);
    }

    /// <summary>By the index on area and serial: rows that are not new are not read.</summary>
    public IQueryable<ServiceRequest> Fresh(FollowedPlace place, FollowedContent content) =>
        Around(content).Where(r => r.Serial > place.SeenSerial);

    /// <summary>By the index on area and end.</summary>
    public IQueryable<ServiceRequest> Ended(FollowedPlace place, FollowedContent content) =>
        Around(content).Where(r => r.EndedAt > place.SeenAt && r.Serial <= place.SeenSerial);

    private IQueryable<ServiceRequest> Around(FollowedContent content)
    {
        var places = map.Places;
        List<string> codes = content is { Longitude: { } lon, Latitude: { } lat }
            ? places.Within(MapBox.Around(lon, lat, content.Metres), MostAreas)
            : [];
        if (!codes.Contains(content.Area))
            codes.Add(content.Area);
        var rows = db.Requests.OpenToAll();
        rows = codes is [var only] ? rows.Where(r => r.Area == only) : rows.Where(r => codes.Contains(r.Area!));
        return content.Category is { } category ? rows.OfCategory(category, places.City) : rows;
    }

    private Followed Of(
        FollowedPlace place,
        FollowedContent content,
        IReadOnlyList<ServiceRequest> fresh,
        IReadOnlyList<ServiceRequest> ended
    )
    {
        var city = map.Places.City;
        return new Followed(
            place.Id,
            content,
            city.Areas.FullName(content.Area),
            [.. fresh.Select(r => PublicRequest.Of(r, city))],
            [.. ended.Select(r => PublicRequest.Of(r, city))]
        );
    }
}
