using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>
/// 等我办: all that waits for one handler, or for their unit while nobody has it in hand, whatever its desk; a row per request, by the time
/// that is due first. What lies with the unit is walked by its index; the few that wait for another reason are read whole and merged.
/// </summary>
public sealed class ListWaiting(RequestsDb db, ICityRegistry registry, TimeProvider time)
{
    /// <summary>As many co-handlings, supervisions and undated matters of one unit as one list holds.</summary>
    private const int MostBeside = 500;

    private static readonly RequestState[] Worked =
    [
        RequestState.Dispatched,
        RequestState.Signed,
        RequestState.InProgress,
        RequestState.Hung,
    ];

    public sealed record Query
    {
        /// <summary><see cref="Slice{T}.Next"/> of the slice before.</summary>
        public string? After { get; init; }

        public int Take { get; init; } = 50;
    }

    public async Task<Outcome<Slice<RequestRow>>> Run(Query query, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.UnitHandler))
            return new NotAllowed();
        if (by.UnitCode is not { } unit)
            return new NotAllowed("您的账号没有绑定单位，请联系系统管理员。");
        var city = registry.Current;
        var (take, after) = (Math.Clamp(query.Take, 1, ListQueue.MostRows), Parse(query.After));
        var covered = await db.CoveredBy(by, time.GetUtcNow(), ct);
        IReadOnlyList<Guid> people = [by.Id, .. covered.Select(a => a.PersonId)];
        var beside = await Beside(unit, city, ct);
        var found = Waits(await Read(db.Requests.Where(r => beside.Contains(r.Id)), ct));
        var all = found.Count + take;
        // What lies with the unit may wait for somebody else, such as a decision: then one look is not enough for a page.
        for (var (from, more) = (after, true); more && found.Count <= all; )
        {
            var held = await Read(Held(unit, people, beside, from, take + 1, city), ct);
            found.AddRange(Waits(held));
            more = held.Count > take;
            from = held.Count == 0 ? from : (held[^1].DueAt!.Value.ToUnixTimeMilliseconds(), held[^1].Serial);
        }
        found = [.. found.OrderBy(w => Place(w.Waits, w.Request)).Take(take + 1)];
        var next = found.Count > take ? Place(found[take - 1].Waits, found[take - 1].Request) : ((long, long)?)null;
        var rows = found.Take(take).Select(w => RequestRow.Of(w.Request, city, by) with { Waits = w.Waits });
        return new Slice<RequestRow>(
            [.. rows],
            next is var (due, serial) ? string.Create(CultureInfo.InvariantCulture, $"{due}.{serial}") : null
        );

        // The queries find what may wait; the model says what does, and who may know of it.
        List<(ServiceRequest Request, Waiting Waits)> Waits(IEnumerable<ServiceRequest> rows) =>
            [
                .. rows.Where(r => RequestAccess.MaySee(by, r, city))
                    .Select(r => (Request: r, Waits: Waiting.Of(r, by, covered, city)!))
                    .Where(w => w.Waits is not null && (after is null || Place(w.Waits, w.Request).CompareTo(after.Value) > 0)),
            ];
    }

    /// <summary>What lies with the unit and has a time, unassigned or this person's.</summary>
    private IQueryable<ServiceRequest> Held(
        string unit,
        IReadOnlyList<Guid> people,
        IReadOnlyList<Contracts.Requests.RequestId> beside,
        (long Due, long Serial)? after,
        int take,
        CitySnapshot city
    )
    {
        var rows = db
            .Requests.OfUnit(unit, city)
            .Where(r => r.DueAt != null && (r.HandlerId == null || people.Contains(r.HandlerId.Value)));
        if (beside.Count > 0)
            rows = rows.Where(r => !beside.Contains(r.Id));
        if (after is var (ms, serial))
        {
            var due = ms == long.MaxValue ? DateTimeOffset.MaxValue : DateTimeOffset.FromUnixTimeMilliseconds(ms);
            rows = rows.Where(r => r.DueAt > due || (r.DueAt == due && r.Serial > serial));
        }
        return rows.OrderBy(r => r.DueAt).ThenBy(r => r.Serial).Take(take);
    }

    /// <summary>What may wait for another reason than the next duty of the unit that has it.</summary>
    private async Task<IReadOnlyList<Contracts.Requests.RequestId>> Beside(string unit, CitySnapshot city, CancellationToken ct)
    {
        var units = city.Units.ActsFor(unit);
        var helped = db
            .CoHandlings.Where(c => c.EndedAt == null && (c.State == CoState.Asked || c.State == CoState.Signed) && units.Contains(c.To))
            .OrderBy(c => c.DueAt)
            .Select(c => c.RequestId);
        var asked = db
            .CoHandlings.Where(c => c.EndedAt == null && c.State == CoState.Reported && units.Contains(c.From))
            .OrderBy(c => c.DueAt)
            .Select(c => c.RequestId);
        var supervised = db
            .Requests.Where(r => (r.SupervisedAs != null || r.Instructed) && r.SupervisionDueAt != null && units.Contains(r.Unit!))
            .OrderBy(r => r.SupervisionDueAt)
            .Select(r => r.Id);
        // A state at a time: together they are looked for among all that ever ended at the unit, which has no time left either.
        var undated = Worked
            .Select(state => db.Requests.OfUnit(unit, city).Where(r => r.State == state && r.DueAt == null))
            .Aggregate((some, more) => some.Concat(more))
            .OrderBy(r => r.Serial)
            .Select(r => r.Id);
        var all = new List<Contracts.Requests.RequestId>();
        foreach (var some in new[] { helped, asked, supervised, undated })
            all.AddRange(await some.Take(MostBeside).ToListAsync(ct));
        return [.. all.Distinct()];
    }

    private static async Task<List<ServiceRequest>> Read(IQueryable<ServiceRequest> rows, CancellationToken ct) =>
        await rows.AsNoTracking().Include(r => r.SubDispatches).Include(r => r.CoHandlings).AsSplitQuery().ToListAsync(ct);

    private static (long Due, long Serial) Place(Waiting waits, ServiceRequest request) =>
        (waits.DueAt?.ToUnixTimeMilliseconds() ?? long.MaxValue, request.Serial);

    private static (long Due, long Serial)? Parse(string? text)
    {
        var parts = (text ?? "").Split('.');
        return
            parts.Length == 2
            && long.TryParse(parts[0], CultureInfo.InvariantCulture, out var due)
            && (due == long.MaxValue || due >= 0 && due <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
            && long.TryParse(parts[1], CultureInfo.InvariantCulture, out var serial)
            ? (due, serial)
            : null;
    }
}
