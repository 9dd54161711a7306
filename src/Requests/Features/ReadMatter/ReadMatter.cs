using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>同一事项 whole: its people and requests counted apart, those that the actor may see, and how it goes on.</summary>
public sealed class ReadMatter(RequestsDb db, ICityRegistry registry, ShowTrail trail)
{
    public const int MostRows = 200;

    /// <param name="number">Of any of its requests that the actor may see.</param>
    /// <param name="by">Who looks.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<Outcome<MatterDetail>> Run(string number, Actor by, CancellationToken ct)
    {
        if (by.Is(Role.Resident))
            return new NotAllowed("您的诉求请在“查进度”中查看。");
        var city = registry.Current;
        var request = await db.Requests.AsNoTracking().FirstOrDefaultAsync(r => r.Number == number, ct);
        if (request is null || !RequestAccess.MaySee(by, request, city))
            return new NotFound();
        if (request.MatterId is not { } id)
            return new NotInMatter();
        var members = await db
            .Requests.AsNoTracking()
            .Include(r => r.CoHandlings)
            .Include(r => r.SubDispatches)
            .AsSplitQuery()
            .Where(r => r.MatterId == id)
            .OrderBy(r => r.Serial)
            .ToListAsync(ct);
        var seen = members.Where(r => RequestAccess.MaySee(by, r, city)).ToList();
        IReadOnlySet<string> Open(RequestAction action) =>
            seen.Where(r => RequestAccess.Available(by, r, city).Contains(action)).Select(r => r.Number).ToHashSet();
        return new MatterDetail
        {
            Title = (await db.Matters.AsNoTracking().SingleAsync(m => m.Id == id, ct)).Title,
            Count = (await MatterCounts.Of(db, [id], ct))[id],
            Rows = [.. seen.Take(MostRows).Select(r => RequestRow.Of(r, city, by))],
            Category = seen.FirstOrDefault(r => r.Category is not null)?.Category,
            Bare = seen.Where(r => r.Category is null).Select(r => r.Number).ToHashSet(),
            Unseen = members.Count - seen.Count,
            Trail = await trail.Run(request, ct),
            Dispatchable = Open(RequestAction.Dispatch),
            Answerable = Open(RequestAction.Reply),
        };
    }
}

/// <summary>A matter as a page shows it.</summary>
public sealed record MatterDetail
{
    public required string Title { get; init; }
    public required MatterCount Count { get; init; }

    /// <summary>In order of registration; at most <see cref="ReadMatter.MostRows"/>.</summary>
    public required IReadOnlyList<RequestRow> Rows { get; init; }

    /// <summary>The category of the first that has one, by its code.</summary>
    public required string? Category { get; init; }

    /// <summary>Numbers of the requests that nobody has classified.</summary>
    public required IReadOnlySet<string> Bare { get; init; }

    /// <summary>How many of its requests lie where the actor may not look.</summary>
    public required int Unseen { get; init; }
    public required IReadOnlyList<MatterStep> Trail { get; init; }

    /// <summary>Numbers of the requests that the actor may dispatch now.</summary>
    public required IReadOnlySet<string> Dispatchable { get; init; }

    /// <summary>Numbers of the requests that the actor may answer now.</summary>
    public required IReadOnlySet<string> Answerable { get; init; }
}
