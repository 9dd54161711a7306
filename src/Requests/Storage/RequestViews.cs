using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Engines.Text.Personal;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>Public views for other modules.</summary>
internal sealed class RequestViews(RequestsDb db, ICityRegistry registry) : IRequestViews
{
    private const int Most = 1000;

    /// <summary>Steps that the public may know of; what happens inside the house, and what the person adds or answers, is not among them.</summary>
    public static readonly List<RequestAction> Told =
    [
        RequestAction.Register,
        RequestAction.AnswerAtOnce,
        RequestAction.Refuse,
        RequestAction.TransferEmergency,
        RequestAction.Dispatch,
        RequestAction.Sign,
        RequestAction.Reply,
        RequestAction.ImportReply,
        RequestAction.ImportDispatch,
        RequestAction.ImportEnd,
        RequestAction.RecordCallback,
        RequestAction.Close,
        RequestAction.Withdraw,
        RequestAction.Rate,
        RequestAction.UpholdRefusal,
        RequestAction.OverturnRefusal,
        RequestAction.GrantExtension,
        RequestAction.GrantHang,
        RequestAction.RecheckHang,
        RequestAction.ReleaseHang,
        RequestAction.GrantTermination,
        RequestAction.SecondHandling,
        RequestAction.DecideEnd,
        RequestAction.Reopen,
    ];

    /// <summary>Asked by number thousands of times a second, so its translation is made once.</summary>
    private static readonly Func<RequestsDb, string, CancellationToken, Task<Seen?>> ByNumber = EF.CompileAsyncQuery(
        (RequestsDb db, string number, CancellationToken ct) =>
            db
                .Requests.AsNoTracking()
                .Where(RequestFilters.IsPublic)
                .Where(r => r.Number == number)
                .Join(db.Transitions, r => new { r.Id, Seq = r.Version }, t => new { Id = t.RequestId, t.Seq }, (r, t) => new Seen(r, t.At))
                .FirstOrDefault()
    );

    public async Task<RequestView?> FindOne(string number, CancellationToken ct) =>
        await ByNumber(db, number, ct) is { } seen ? ViewOf(seen.Request, seen.ChangedAt, registry.Current) : null;

    public async Task<IReadOnlyList<RequestView>> Find(ViewFilter filter, CancellationToken ct)
    {
        var city = registry.Current;
        // By one index in its own order, so that pages far back are passed over without reading their rows.
        var rows = Meant(filter).OrderByDescending(r => r.RegisteredAt).ThenByDescending(r => r.Serial);
        var found = await Read(db, rows.Skip(filter.Skip).Take(Math.Clamp(filter.Take, 1, Most)), ct);
        return
        [
            .. found
                .OrderByDescending(f => f.Request.RegisteredAt)
                .ThenByDescending(f => f.Request.Serial)
                .Select(f => ViewOf(f.Request, f.ChangedAt, city)),
        ];
    }

    public async IAsyncEnumerable<RequestView> All(ViewFilter filter, [EnumeratorCancellation] CancellationToken ct)
    {
        var (city, below, skip) = (registry.Current, long.MaxValue, filter.Skip);
        while (true)
        {
            var found = await Read(
                db,
                Meant(filter).Where(r => r.Serial < below).OrderByDescending(r => r.Serial).Skip(skip).Take(Most),
                ct
            );
            foreach (var seen in found.OrderByDescending(f => f.Request.Serial))
                yield return ViewOf(seen.Request, seen.ChangedAt, city);
            if (found.Count < Most)
                yield break;
            (below, skip) = (found.Min(f => f.Request.Serial), 0);
        }
    }

    private static async Task<List<Seen>> Read(RequestsDb db, IQueryable<ServiceRequest> rows, CancellationToken ct)
    {
        return await rows.Join(
                db.Transitions,
                r => new { r.Id, Seq = r.Version },
                t => new { Id = t.RequestId, t.Seq },
                (r, t) => new Seen(r, t.At)
            )
            .ToListAsync(ct);
    }

    private IQueryable<ServiceRequest> Meant(ViewFilter filter)
    {
        var rows = Public();
        if (filter.Numbers is { } numbers)
            rows = rows.Where(r => numbers.Contains(r.Number));
        if (filter.Id is { } id)
            rows = rows.Where(r => r.Id == id);
        if (filter.Categories is { } categories)
            rows = rows.Where(r => categories.Contains(r.Category!));
        if (filter.From is { } from)
            rows = rows.Where(r => r.RegisteredAt >= from);
        if (filter.Before is { } before)
            rows = rows.Where(r => r.RegisteredAt < before);
        if (filter.Ended is { } ended)
            rows = rows.Where(r => r.EndedAt != null == ended);
        return rows;
    }

    public async Task<IReadOnlyDictionary<RequestId, OwnWords>> ReadOwn(IReadOnlyCollection<RequestId> requests, CancellationToken ct)
    {
        var found = await db.Requests.AsNoTracking().Where(r => requests.Contains(r.Id)).ToListAsync(ct);
        var notes = await db
            .Notes.AsNoTracking()
            .Where(n => requests.Contains(n.RequestId) && n.Kind == RequestAction.Register)
            .ToListAsync(ct);
        var texts = notes.GroupBy(n => n.RequestId).ToDictionary(g => g.Key, g => g.First().Text);
        return found.ToDictionary(r => r.Id, r => new OwnWords(texts.GetValueOrDefault(r.Id) ?? "", r.Place, r.Longitude, r.Latitude));
    }

    public async Task<IReadOnlyList<RequestStep>> Steps(StepFilter filter, CancellationToken ct)
    {
        var requests = Public();
        if (filter.Numbers is { } numbers)
            requests = requests.Where(r => numbers.Contains(r.Number));
        var (from, before, own) = (filter.From, filter.Before, filter.OwnKeys);
        var found = await db
            .Transitions.AsNoTracking()
            .Where(t => t.At >= from && t.At < before)
            .Where(t => Told.Contains(t.Action) || t.Action == RequestAction.AddFacts && own.Contains(t.CommandKey!.Value))
            .Join(requests, t => t.RequestId, r => r.Id, (t, r) => new { Step = t, r.Number })
            .OrderBy(s => s.Step.Position)
            .Skip(filter.Skip)
            .Take(Math.Clamp(filter.Take, 1, Most))
            .ToListAsync(ct);
        var ids = found.Where(f => f.Step.Action == RequestAction.AddFacts).Select(f => f.Step.NoteId).OfType<Guid>().ToList();
        var texts = ids.Count == 0 ? [] : await db.Notes.Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => n.Text, ct);
        return [.. found.Select(f => StepOf(f.Step, f.Number, texts))];
    }

    private IQueryable<ServiceRequest> Public() => db.Requests.OpenToAll();

    private sealed record Seen(ServiceRequest Request, DateTimeOffset ChangedAt);

    private static RequestStep StepOf(RequestTransition step, string number, Dictionary<Guid, string> texts)
    {
        var own = step.Action == RequestAction.AddFacts;
        return new RequestStep
        {
            Request = step.RequestId,
            Number = number,
            Seq = step.Seq,
            At = step.At,
            Ended = RequestLifecycle.IsFinal(step.To),
            Words = RequestTexts.Of(step.Action),
            OwnKey = own ? step.CommandKey : null,
            OwnText = own ? texts.GetValueOrDefault(step.NoteId ?? Guid.Empty) ?? "" : null,
        };
    }

    private static RequestView ViewOf(ServiceRequest r, DateTimeOffset changedAt, CitySnapshot city)
    {
        var placed = city.Areas.Upwards(r.Area).FirstOrDefault(a => a.Longitude is not null && a.Level != AreaLevel.City);
        return new RequestView
        {
            Id = r.Id,
            Number = r.Number,
            Category = r.Category,
            Ended = r.EndedAt is not null,
            Words = new ViewWords(
                RequestTexts.Of(r.State),
                RequestTexts.Of(r.Type),
                r.Unit is null ? "" : city.Units.NameOf(r.Unit),
                r.ToldSolved is { } solved ? RequestTexts.Of(solved) : null,
                r.ToldSatisfied is { } satisfied ? RequestTexts.Of(satisfied) : null
            ),
            RegisteredAt = r.RegisteredAt,
            UpdatedAt = r.EndedAt ?? changedAt,
            ExpectedAt = r.EndedAt is null ? r.PlannedAt ?? r.ReplyDueAt ?? RequestClocks.ExpectedAt(r, city) : null,
            Township = city.Areas.TownshipOf(r.Area)?.Code ?? city.Areas.CountyOf(r.Area)?.Code,
            AreaConfirmed = r.AreaConfirmed,
            Longitude = placed?.Longitude,
            Latitude = placed?.Latitude,
            Text = r.PublicText is { } text ? Redaction.OfNumbers(text) : null,
            Synthetic = r.Synthetic,
            Supporters = r.Supporters,
        };
    }
}
