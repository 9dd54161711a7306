using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Suiying.Contracts.People;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Requests.Features;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>Behind the inbox work the same use cases as behind the call page and the resident's own form.</summary>
internal sealed class IntakeDesk(
    RequestsDb db,
    ICityRegistry registry,
    CallDrafts drafts,
    PhotoShelf photos,
    AddFacts addFacts,
    TimeProvider time,
    IStringLocalizer<Texts> t
) : IIntakeDesk
{
    private const int Most = 20;

    public async Task<IReadOnlyList<PersonMatter>> MattersOf(PersonId person, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.Agent, Role.Dispatcher) && !(by.Is(Role.Resident) && by.Id == person.Value && person.Value != Guid.Empty))
            return [];
        var city = registry.Current;
        var rows = await db
            .Requests.AsNoTracking()
            .Where(r => r.PersonId == person.Value)
            .OrderByDescending(r => r.Serial)
            .Take(Most)
            .ToListAsync(ct);
        return
        [
            .. rows.Where(r => RequestAccess.MaySee(by, r, city))
                .Select(r => new PersonMatter(
                    r.Number,
                    RequestRow.Of(r, city, by).Title,
                    t[RequestTexts.Of(r.State)],
                    r.EndedAt is not null,
                    r.RegisteredAt
                )),
        ];
    }

    public async Task<IReadOnlyDictionary<RequestId, string>> NumbersOf(
        IReadOnlyCollection<RequestId> requests,
        Actor by,
        CancellationToken ct
    )
    {
        var city = registry.Current;
        var rows = await db.Requests.AsNoTracking().Where(r => requests.Contains(r.Id)).ToListAsync(ct);
        return rows.Where(r => RequestAccess.MaySee(by, r, city)).ToDictionary(r => r.Id, r => r.Number);
    }

    public async Task<Outcome<Done>> Begin(IncomingDraft draft, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Agent))
            return new NotAllowed();
        if (await db.Requests.AsNoTracking().AnyAsync(r => r.Id == draft.Id, ct))
            return new MessageRegistered();
        return await db.WriteOrRetry(() => Keep(draft, by, ct), ct);
    }

    /// <summary>What the agent already wrote at it stays; what a colleague left is begun anew.</summary>
    private async Task<Outcome<Done>> Keep(IncomingDraft draft, Actor by, CancellationToken ct)
    {
        var (id, now) = (draft.Id.Value, DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds()));
        var row = await db.CallDrafts.FirstOrDefaultAsync(d => d.Id == id, ct);
        if (row?.AgentId == by.Id)
            return new Done();
        if (row is not null && now - row.ChangedAt < FindCalls.Writing)
            return new MessageBeingWritten(row.AgentName);
        if (row is null)
            db.CallDrafts.Add(row = new CallDraft(id));
        var form = CallForm.Of(draft);
        form.Photos.AddRange(await photos.Find(draft.Photos, ct));
        row.Keep(drafts.Close(id, form.Notes()), by, now);
        row.In(null, draft.Person?.Value);
        await db.SaveChangesAsync(ct);
        return new Done();
    }

    public async Task<Outcome<Done>> Add(IntakeFacts facts, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.Agent, Role.Dispatcher))
            return new NotAllowed();
        var request = await db.Requests.AsNoTracking().FirstOrDefaultAsync(r => r.Number == facts.Number, ct);
        if (request is null || request.PersonId != facts.Person.Value || !RequestAccess.MaySee(by, request, registry.Current))
            return new NotFound();
        var command = new AddFacts.Command
        {
            Target = new Target(request.Number, Key: facts.Key),
            Text = facts.Text,
            Photos = await photos.Find(facts.Photos, ct),
        };
        return (await addFacts.Run(command, Actor.Resident(facts.Person.Value), ct)).Ok(out _, out var refusal) ? new Done() : refusal;
    }
}
