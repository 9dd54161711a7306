using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>
/// 可能是同一事项: requests of the last weeks in the same county, of the same category where both are classified, whose title shares words with
/// this one's; lying near it counts as much again. Only proposed; a person decides.
/// </summary>
public sealed class FindAlike(RequestsDb db, ICityRegistry registry)
{
    public const int Most = 5;
    public static readonly TimeSpan Within = TimeSpan.FromDays(60);

    /// <summary>Two titles of one county often share a pair of characters and mean nothing by it.</summary>
    private const int Least = 1;

    private const int Compared = 300;

    public async Task<Outcome<IReadOnlyList<RequestRow>>> Run(string number, Actor by, CancellationToken ct)
    {
        if (!RequestLifecycle.MayEver(by, RequestAction.JoinMatter))
            return new NotAllowed();
        var city = registry.Current;
        var request = await db.Requests.AsNoTracking().FirstOrDefaultAsync(r => r.Number == number, ct);
        if (request is null || !RequestAccess.MaySee(by, request, city))
            return new NotFound();
        if (request.Shielded)
            return new List<RequestRow>();
        var (own, matter, county, since) = (request.Id, request.MatterId, request.County, request.RegisteredAt - Within);
        var category = request.Category;
        var near = await db
            .Requests.AsNoTracking()
            .Where(r => r.Confidentiality == Confidentiality.Normal && r.RegisteredAt >= since)
            // One that nobody has classified yet may be of any category.
            .Where(r => category == null || r.Category == null || r.Category == category)
            .Where(r => r.Id != own && r.County == county && (matter == null || r.MatterId != matter))
            .OrderByDescending(r => r.Serial)
            .Take(Compared)
            .ToListAsync(ct);
        var said = Likeness.Words(request.Title);
        return near.Where(r => RequestLifecycle.Find(r.State, RequestAction.JoinMatter) is not null && RequestAccess.MaySee(by, r, city))
            .Select(r => (Row: r, Alike: Likeness.Of(said, r, Likeness.Beside(request.Area, (request.Longitude, request.Latitude), r))))
            .Where(r => r.Alike > Least)
            .OrderByDescending(r => r.Alike)
            .ThenByDescending(r => r.Row.Serial)
            .Take(Most)
            .Select(r => RequestRow.Of(r.Row, city, by))
            .ToList();
    }
}
