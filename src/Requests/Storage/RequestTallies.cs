using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.People;
using Suiying.Contracts.Requests;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>Counts for those who keep the city's data: grouped by the database, so that a million requests cost no memory.</summary>
internal sealed class RequestTallies(RequestsDb db) : IRequestTallies
{
    private const int Examples = 5;
    private const int Listed = 50;

    public async Task<IReadOnlyList<MatterTally>> Since(DateTimeOffset from, CancellationToken ct) =>
        await db
            .Requests.AsNoTracking()
            .Where(r => r.RegisteredAt >= from || r.EndedAt == null)
            .GroupBy(r => new
            {
                r.Category,
                r.Area,
                Accused = r.Confidentiality == Confidentiality.Normal ? null : r.AccusedUnit,
            })
            .Select(g => new MatterTally(g.Key.Category, g.Key.Area, g.Key.Accused, g.Count(), g.Count(r => r.EndedAt == null)))
            .ToListAsync(ct);

    public async Task<IReadOnlyList<string>> Numbers(string? category, string? area, DateTimeOffset from, CancellationToken ct) =>
        await Public()
            .Where(r => r.Category == category && r.Area == area && (r.RegisteredAt >= from || r.EndedAt == null))
            .OrderByDescending(r => r.Serial)
            .Select(r => r.Number)
            .Take(Examples)
            .ToListAsync(ct);

    public Task<OpenMatters> OpenOf(IReadOnlyCollection<string> units, CancellationToken ct) =>
        Open(r => r.EndedAt == null && units.Contains(r.Unit!), ct);

    public Task<OpenMatters> OpenIn(IReadOnlyCollection<string> categories, CancellationToken ct) =>
        Open(r => r.EndedAt == null && categories.Contains(r.Category!), ct);

    public async Task<IReadOnlyList<OpenTally>> OpenByGrade(CancellationToken ct) =>
        await db
            .Requests.AsNoTracking()
            .Where(r => r.EndedAt == null)
            .GroupBy(r => new { r.Category, r.Grade })
            .Select(g => new OpenTally(
                g.Key.Category,
                g.Key.Grade,
                g.Count(r => r.State != RequestState.Registered && r.State != RequestState.PendingDispatch),
                g.Count(r => r.State == RequestState.Registered || r.State == RequestState.PendingDispatch)
            ))
            .ToListAsync(ct);

    public async Task<IReadOnlyList<PersonId>> WithNothingHere(IReadOnlyCollection<PersonId> persons, CancellationToken ct)
    {
        var ids = persons.Select(p => p.Value).ToList();
        var with = await db.Requests.Where(r => ids.Contains(r.PersonId!.Value)).Select(r => r.PersonId!.Value).Distinct().ToListAsync(ct);
        // Who follows places uses an account here.
        var follow = await db.Followed.Where(f => ids.Contains(f.PersonId)).Select(f => f.PersonId).Distinct().ToListAsync(ct);
        return [.. persons.Where(p => !with.Contains(p.Value) && !follow.Contains(p.Value))];
    }

    private async Task<OpenMatters> Open(Expression<Func<ServiceRequest, bool>> which, CancellationToken ct)
    {
        var count = await db.Requests.CountAsync(which, ct);
        var numbers =
            count == 0 ? [] : await Public().Where(which).OrderBy(r => r.Serial).Select(r => r.Number).Take(Listed).ToListAsync(ct);
        return new OpenMatters(count, numbers);
    }

    private IQueryable<ServiceRequest> Public() =>
        db.Requests.AsNoTracking().Where(r => r.Confidentiality == Confidentiality.Normal && r.Type != RequestType.Report);
}
