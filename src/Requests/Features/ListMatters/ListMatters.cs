using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>同一事项 of the city, those of the most people first; a unit sees those in which it has a request.</summary>
public sealed class ListMatters(RequestsDb db, ICityRegistry registry)
{
    public const int Most = 100;

    public sealed record Query
    {
        /// <summary>Only matters in which somebody still owes something.</summary>
        public bool Open { get; init; } = true;
    }

    /// <param name="Number">A request of it that the actor may see; opens it.</param>
    /// <param name="Title">What staff call it.</param>
    /// <param name="Category">The category of that request.</param>
    /// <param name="Area">Its place.</param>
    /// <param name="Count">People and requests, apart.</param>
    /// <param name="DueAt">The next duty in any of its requests that the actor may see.</param>
    public sealed record Item(string Number, string Title, string Category, string Area, MatterCount Count, DateTimeOffset? DueAt);

    public async Task<Outcome<IReadOnlyList<Item>>> Run(Query query, Actor by, CancellationToken ct)
    {
        var hotline = by.IsAny(RequestAccess.HotlineRoles);
        if (!hotline && !(by.Is(Role.UnitHandler) && by.UnitCode is not null))
            return new NotAllowed();
        var city = registry.Current;
        var rows = db.Requests.AsNoTracking().Where(r => r.MatterId != null);
        if (!hotline)
        {
            var units = city.Units.Subtree(by.UnitCode!).SelectMany(u => city.Units.ActsFor(u.Code)).Distinct().ToList();
            rows = rows.Where(r => units.Contains(r.Unit!) || units.Contains(r.Holder!));
        }
        if (query.Open)
            rows = rows.Where(r => r.EndedAt == null);
        var ids = await rows.GroupBy(r => r.MatterId!.Value)
            .Select(g => new { Matter = g.Key, Requests = g.Count() })
            .OrderByDescending(g => g.Requests)
            .Take(Most)
            .Select(g => g.Matter)
            .ToListAsync(ct);
        var counts = await MatterCounts.Of(db, ids, ct);
        var titles = await db.Matters.AsNoTracking().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Title, ct);
        var members = await rows.Where(r => ids.Contains(r.MatterId!.Value)).OrderBy(r => r.Serial).ToListAsync(ct);
        return members
            .Where(r => RequestAccess.MaySee(by, r, city) && counts[r.MatterId!.Value].Requests > 1)
            .GroupBy(r => r.MatterId!.Value)
            .Select(g => new Item(
                g.First().Number,
                titles[g.Key],
                city.Categories.FullName(g.First().Category),
                city.Areas.FullName(g.First().Area),
                counts[g.Key],
                g.Min(r => r.DueAt)
            ))
            .OrderByDescending(i => i.Count.People)
            .ThenByDescending(i => i.Count.Requests)
            .ToList();
    }
}
