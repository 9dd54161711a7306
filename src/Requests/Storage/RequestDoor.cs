using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Kernel.Events;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>Which request a command means, which version its author saw, and the key under which a retry is recognised.</summary>
/// <param name="Number">工单编号</param>
/// <param name="Version">The version that the author saw; null does not ask.</param>
/// <param name="Key">The same for every retry of one command; null where the caller does not retry.</param>
public sealed record Target(string Number, int? Version = null, Guid? Key = null);

/// <summary>What a done command answers.</summary>
public sealed record Receipt(string Number, RequestState State, int Version, DateTimeOffset? DueAt);

/// <summary>
/// The one door through which a stored request is changed: it checks permission and version, recognises retries, and saves request,
/// transition, notes, search entry and event as one.
/// </summary>
public sealed class RequestDoor(RequestsDb db, ICityRegistry registry, IRequestSearch search, Outbox outbox, TimeProvider time)
{
    /// <summary>Opens a request for one action. Permission comes first, so that a stranger learns nothing from the answer.</summary>
    public async Task<Outcome<Opened>> Open(Target target, RequestAction action, Actor by, CancellationToken ct)
    {
        if (!RequestLifecycle.MayEver(by, action))
            return new NotAllowed();
        var city = registry.Current;
        var request = await db.Requests.Include(r => r.Deadlines).FirstOrDefaultAsync(r => r.Number == target.Number, ct);
        if (request is null || !RequestAccess.MaySee(by, request, city))
            return new NotFound();
        if (request.Hands.Length > 0)
            await db.Entry(request).Collection(r => r.SubDispatches).LoadAsync(ct);
        if (request.CoUnits.Length > 0)
            await db.Entry(request).Collection(r => r.CoHandlings).LoadAsync(ct);
        if (request.Asks is not null || request.Extended)
            await db.Entry(request).Collection(r => r.Applications).LoadAsync(ct);
        if (request.SupervisedAs is not null || request.Instructed)
            await db.Entry(request).Collection(r => r.Supervisions).LoadAsync(ct);
        if (request.ClaimCount > 0)
            await db.Entry(request).Collection(r => r.Claims).LoadAsync(ct);
        if (request.State == RequestState.HandoverPending)
            await db.Entry(request).Collection(r => r.Handovers).LoadAsync(ct);

        var opened = new Opened(request, city, action, by, Now(), target.Key);
        if (
            target.Key is { } key
            && await db.Transitions.FirstOrDefaultAsync(t => t.RequestId == request.Id && t.CommandKey == key, ct) is { } done
        )
            return done.Action == action && done.ActorId == by.Id
                ? opened with
                {
                    Repeated = await ReceiptNow(request.Id, ct),
                }
                : Refusal.Invalid(new FieldProblem("key", "这个重试标识已用于另一次操作，请换一个。"));
        if (target.Version is { } seen && seen < request.Version && await ChangeSince(request.Id, seen, ct) is { } change)
            return change;
        if (RequestLifecycle.Find(request.State, action) is not { } row)
            return new WrongState(request.State, action);
        if (!RequestAccess.MayAct(by, row, request, city))
            return new NotAllowed();
        return request.HandlerId is { } handler && handler != by.Id && by.Is(Role.UnitHandler)
            ? opened with
            {
                For = (await db.CoveredBy(by, opened.Now, ct)).Find(a => a.PersonId == handler)?.PersonId,
            }
            : opened;
    }

    /// <summary>Saves what the model did. Refused where somebody else was faster.</summary>
    /// <param name="opened">The request that was opened.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <param name="beside">Others that the same command made or changed; all are saved or none.</param>
    public async Task<Outcome<Receipt>> Save(Opened opened, CancellationToken ct, params ServiceRequest[] beside)
    {
        var request = opened.Request;
        ServiceRequest[] changed = [request, .. beside];
        foreach (var each in changed)
        {
            db.Transitions.AddRange(each.NewTransitions);
            db.Notes.AddRange(each.NewNotes);
            foreach (var transition in each.NewTransitions)
                outbox.Add(db, transition.ToEvent(each));
        }
        try
        {
            await db.Write(
                async () =>
                {
                    await db.SaveChangesAsync(ct);
                    foreach (var each in changed)
                        await search.Index(each, opened.City, ct);
                    return 0;
                },
                ct
            );
        }
        catch (DbUpdateException)
        {
            // Either the version had moved, or the same sequence number or command key was written by another process.
            db.ChangeTracker.Clear();
            return await RepeatedMeanwhile(opened, ct) ?? (Outcome<Receipt>)await WhoChanged(request.Id, ct);
        }
        outbox.Wake();
        foreach (var each in changed)
            RequestMeasures.Count(each);
        return ReceiptOf(request);
    }

    public CitySnapshot City => registry.Current;

    /// <summary>Now, in the millisecond that every database keeps, so that hashes can be recomputed.</summary>
    public DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>The receipt of the same command, where a retry of it that ran beside this one was faster.</summary>
    private async Task<Receipt?> RepeatedMeanwhile(Opened opened, CancellationToken ct)
    {
        var id = opened.Request.Id;
        var repeated =
            opened.Key is { } key
            && await db.Transitions.AnyAsync(
                t => t.RequestId == id && t.CommandKey == key && t.Action == opened.Action && t.ActorId == opened.By.Id,
                ct
            );
        return repeated ? await ReceiptNow(id, ct) : null;
    }

    /// <summary>Who changed the matter after a step; null where what came after it changes nothing.</summary>
    private async Task<Refusal?> ChangeSince(Contracts.Requests.RequestId id, int seen, CancellationToken ct)
    {
        var later = await db.Transitions.AsNoTracking().Where(t => t.RequestId == id && t.Seq > seen).OrderBy(t => t.Seq).ToListAsync(ct);
        return later.FindLast(t => !RequestLifecycle.ChangesNothing(t.Action)) is { } last ? ChangedBy(last) : null;
    }

    private async Task<Refusal> WhoChanged(Contracts.Requests.RequestId id, CancellationToken ct)
    {
        var last = await db.Transitions.AsNoTracking().Where(t => t.RequestId == id).OrderByDescending(t => t.Seq).FirstAsync(ct);
        return ChangedBy(last);
    }

    private static ChangedMeanwhile ChangedBy(RequestTransition step) =>
        new(step.Capacity == Role.Resident ? "诉求人" : step.ActorName, RequestTexts.Of(step.Action));

    /// <summary>Read again: the command may have been done since the request was loaded.</summary>
    private async Task<Receipt> ReceiptNow(Contracts.Requests.RequestId id, CancellationToken ct) =>
        ReceiptOf(await db.Requests.AsNoTracking().SingleAsync(r => r.Id == id, ct));

    private static Receipt ReceiptOf(ServiceRequest request) =>
        new(request.Number, request.State, request.Version, request.DueAt?.ToUniversalTime());
}

/// <summary>A request that may be changed now, by this actor, in this way.</summary>
public sealed record Opened(ServiceRequest Request, CitySnapshot City, RequestAction Action, Actor By, DateTimeOffset Now, Guid? Key)
{
    /// <summary>Set where the same command was already done: answer this and do nothing.</summary>
    public Receipt? Repeated { get; init; }

    /// <summary>The colleague who is away, for whom the actor does it.</summary>
    public Guid? For { get; init; }

    public Step Step(string? note = null) =>
        new()
        {
            Action = Action,
            By = By,
            At = Now,
            RegistryVersion = City.Version,
            Key = Key,
            For = For,
            Note = string.IsNullOrWhiteSpace(note) ? null : new RequestNote(Request.Id, Action, note, Now),
        };
}
