using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>Search by words, or by number, over what the actor may see; newest first.</summary>
public sealed class FindRequests(RequestsDb db, ICityRegistry registry, IRequestSearch search)
{
    public sealed record Query
    {
        /// <summary>Words, all of which must stand in the request; two characters are enough. A ticket number finds that ticket.</summary>
        public required string Words { get; init; }

        public string? After { get; init; }

        public int Take { get; init; } = 50;
    }

    public async Task<Outcome<Slice<RequestRow>>> Run(Query query, Actor by, CancellationToken ct)
    {
        if (ScopeOf(by) is not { } open)
            return new NotAllowed();
        var city = registry.Current;
        var scope = open with { NotAccusing = RequestAccess.HiddenFrom(by, city) };
        var take = Math.Clamp(query.Take, 1, ListQueue.MostRows);
        var before = long.TryParse(query.After, System.Globalization.CultureInfo.InvariantCulture, out var serial) ? serial : (long?)null;
        var serials = await search.Find(query.Words, scope, before, take + 1, ct);
        var rows = await db.Requests.AsNoTracking().Where(r => serials.Contains(r.Serial)).OrderByDescending(r => r.Serial).ToListAsync(ct);
        var next = serials.Count > take ? $"{serials[take - 1]}" : null;
        var seen = rows.Take(take).Where(r => RequestAccess.MaySee(by, r, city)).Select(r => RequestRow.Of(r, city, by));
        return new Slice<RequestRow>([.. seen], next);
    }

    private static SearchScope? ScopeOf(Actor by)
    {
        if (by.IsAny(Role.Agent, Role.Dispatcher, Role.Reviewer, Role.Callback, Role.Supervisor))
            return new SearchScope();
        if (by.Is(Role.UnitHandler) && by.UnitCode is { } unit)
            return new SearchScope { UnderUnit = unit };
        return by.Is(Role.Leader) ? new SearchScope { WithinArea = by.AreaCode, OpenOnly = true } : null;
    }
}
