using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Requests;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>Requests with the words of their registration, as they stand today.</summary>
internal sealed class ToldMatters(RequestsDb db, TimeProvider time) : IToldMatters
{
    public async Task<long> Position(CancellationToken ct)
    {
        var settled = time.GetUtcNow() - MatterDecisions.Settling;
        return await db.Transitions.Where(t => t.At <= settled).MaxAsync(t => (long?)t.Position, ct) ?? 0;
    }

    public async Task<IReadOnlyList<ToldMatter>> Registered(DateTimeOffset since, ToldMatter? before, int most, CancellationToken ct)
    {
        var rows = Public().Where(r => r.RegisteredAt >= since);
        if (before is { RegisteredAt: var at, Serial: var serial })
            rows = rows.Where(r => r.RegisteredAt <= at && (r.RegisteredAt < at || r.Serial < serial));
        return await Read(rows.OrderByDescending(r => r.RegisteredAt).ThenByDescending(r => r.Serial).Take(most), ct);
    }

    public async Task<ToldChanges> Changed(long position, int most, CancellationToken ct)
    {
        var settled = time.GetUtcNow() - MatterDecisions.Settling;
        var steps = await db
            .Transitions.AsNoTracking()
            .Where(t => t.Position > position && t.At <= settled)
            .OrderBy(t => t.Position)
            .Take(most)
            .Select(t => new { t.Position, t.RequestId })
            .ToListAsync(ct);
        if (steps.Count == 0)
            return new ToldChanges(position, [], []);
        var ids = steps.Select(s => s.RequestId).Distinct().ToList();
        var matters = await Read(Public().Where(r => ids.Contains(r.Id)).OrderBy(r => r.Serial), ct);
        return new ToldChanges(steps[^1].Position, matters, [.. ids.Except(matters.Select(m => m.Id))]);
    }

    public async Task<IReadOnlyDictionary<RequestId, int>> Supporters(DateTimeOffset since, CancellationToken ct) =>
        await Public()
            .Where(r => r.Supporters > 0 && r.RegisteredAt >= since)
            .Select(r => new { r.Id, r.Supporters })
            .ToDictionaryAsync(r => r.Id, r => r.Supporters, ct);

    /// <summary>An erased one says nothing any more.</summary>
    private IQueryable<ServiceRequest> Public() => db.Requests.OpenToAll().Where(r => r.ErasedAt == null);

    private async Task<List<ToldMatter>> Read(IQueryable<ServiceRequest> rows, CancellationToken ct)
    {
        var said = FirstWords.In(db);
        var found = await rows.Select(r => new
            {
                Request = r,
                Text = said.Where(w => w.Request == r.Id).Select(w => w.Text).FirstOrDefault(),
            })
            .ToListAsync(ct);
        return found.ConvertAll(f => new ToldMatter
        {
            Id = f.Request.Id,
            Serial = f.Request.Serial,
            Number = f.Request.Number,
            Title = f.Request.Title,
            Text = $"{f.Request.Place} {f.Text}".Trim(),
            Category = f.Request.Category,
            Area = f.Request.Area,
            Longitude = f.Request.Longitude,
            Latitude = f.Request.Latitude,
            Person = f.Request.PersonId,
            RegisteredAt = f.Request.RegisteredAt,
            Ended = f.Request.EndedAt is not null,
            Supporters = f.Request.Supporters,
            Synthetic = f.Request.Synthetic,
        });
    }
}
