using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>我也遇到的: the public matters of which a signed-in resident said so, with what is new in those they asked to hear of.</summary>
public sealed class ListSupported(RequestsDb db, ICityRegistry registry)
{
    private const int Most = 50;

    /// <param name="Row">The matter as the public sees it.</param>
    /// <param name="News">The newest public step that was not marked as seen, or null.</param>
    public sealed record Item(PublicRequest Row, RequestAction? News);

    public async Task<Outcome<IReadOnlyList<Item>>> Run(Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Resident) || by.Id == Guid.Empty)
            return new NotAllowed();
        var person = by.Id;
        var rows = await db
            .Supports.AsNoTracking()
            .Where(s => s.PersonId == person)
            .Join(db.Requests.OpenToAll(), s => s.RequestId, r => r.Id, (s, r) => new { Support = s, Request = r })
            .OrderByDescending(r => r.Support.At)
            .Take(Most)
            .ToListAsync(ct);
        var wanted = rows.Where(r => r.Support.WantsNews).ToList();
        var ids = wanted.Select(r => r.Request.Id).ToList();
        var since = wanted.Select(r => r.Support.SeenAt).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
        var steps = await db
            .Transitions.AsNoTracking()
            .Where(t => ids.Contains(t.RequestId) && t.At > since && RequestViews.Told.Contains(t.Action))
            .OrderByDescending(t => t.Seq)
            .ToListAsync(ct);
        return rows.Select(r => new Item(
                PublicRequest.Of(r.Request, registry.Current),
                r.Support.WantsNews ? steps.FirstOrDefault(t => t.RequestId == r.Request.Id && t.At > r.Support.SeenAt)?.Action : null
            ))
            .ToList();
    }
}
