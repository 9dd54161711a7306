using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.People;
using Suiying.Contracts.Registry;
using Suiying.Engines.Text.Personal;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>One request whole, as this actor may see it, with what they can do now.</summary>
public sealed class ReadRequest(RequestsDb db, ICityRegistry registry, ISealedIdentities identities, TimeProvider time)
{
    private const int MostEarlier = 8;

    public sealed record Query
    {
        public required string Number { get; init; }
    }

    public async Task<Outcome<RequestDetail>> Run(Query query, Actor by, CancellationToken ct)
    {
        // The history holds what the house says to itself; residents follow their matter by TrackRequest.
        if (by.Is(Role.Resident))
            return new NotAllowed("您的诉求请在“查进度”中查看。");
        var city = registry.Current;
        var request = await db.Requests.AsNoTracking().Include(r => r.Deadlines).FirstOrDefaultAsync(r => r.Number == query.Number, ct);
        if (request is null || !RequestAccess.MaySee(by, request, city))
            return new NotFound();

        request.SubDispatches.AddRange(
            await db.SubDispatches.AsNoTracking().Where(s => s.RequestId == request.Id).OrderBy(s => s.Id).ToListAsync(ct)
        );
        request.CoHandlings.AddRange(
            await db
                .CoHandlings.AsNoTracking()
                .Where(c => c.RequestId == request.Id)
                .OrderBy(c => c.AskedAt)
                .ThenBy(c => c.Id)
                .ToListAsync(ct)
        );
        request.Applications.AddRange(
            await db
                .Applications.AsNoTracking()
                .Where(a => a.RequestId == request.Id)
                .OrderBy(a => a.AskedAt)
                .ThenBy(a => a.Id)
                .ToListAsync(ct)
        );
        request.Supervisions.AddRange(
            await db
                .Supervisions.AsNoTracking()
                .Where(s => s.RequestId == request.Id)
                .OrderBy(s => s.IssuedAt)
                .ThenBy(s => s.Id)
                .ToListAsync(ct)
        );
        if (request.ClaimCount > 0)
            request.Claims.AddRange(
                await db.Claims.AsNoTracking().Where(c => c.RequestId == request.Id).OrderBy(c => c.Ordinal).ToListAsync(ct)
            );
        request.Handovers.AddRange(
            await db.Handovers.AsNoTracking().Where(h => h.RequestId == request.Id).OrderBy(h => h.At).ThenBy(h => h.Id).ToListAsync(ct)
        );
        var transitions = await db.Transitions.AsNoTracking().Where(t => t.RequestId == request.Id).OrderBy(t => t.Seq).ToListAsync(ct);
        var notes = await db.Notes.AsNoTracking().Where(n => n.RequestId == request.Id).ToDictionaryAsync(n => n.Id, ct);
        var photos = await db
            .Attachments.AsNoTracking()
            .Where(a => a.RequestId == request.Id && a.ErasedAt == null)
            .OrderBy(a => a.Id)
            .ToListAsync(ct);
        var phone = request.PersonId is { } person ? await identities.MaskedPhone(new PersonId(person), ct) : null;
        var available = RequestAccess.Available(by, request, city).ToHashSet();
        var redacted = RequestAccess.OnlyHelps(by, request, city);
        var covered = await db.CoveredBy(by, time.GetUtcNow(), ct);
        var absent = await NamesOf(transitions, ct);
        string? TextOf(RequestTransition t) =>
            t.NoteId is not { } id || !notes.TryGetValue(id, out var note) ? null
            : redacted ? Redaction.Of(note.Text)
            : note.Text;

        return new RequestDetail
        {
            Row = RequestRow.Of(request, city, by) with { Waits = Waiting.Of(request, by, covered, city) },
            Request = request,
            Text = transitions.Count > 0 ? TextOf(transitions[0]) ?? "" : "",
            History =
            [
                .. transitions.Select(t => new HistoryEntry(
                    t,
                    TextOf(t),
                    city.Units.NameOf(t.ActorUnit),
                    absent.GetValueOrDefault(t.Fact("for") ?? "")
                )),
            ],
            Photos = photos,
            MaskedPhone = phone,
            MayOpenContact = phone is not null && RequestAccess.MayOpenContact(by, request, city, time.GetUtcNow()) is not null,
            Available = available.Where(a => a != RequestAction.CallOverdue || request.IsLate(time.GetUtcNow())).ToHashSet(),
            Matter = await MatterCounts.Of(db, request, ct),
            Family = await FamilyOf(request, by, city, ct),
            Earlier = available.Contains(RequestAction.Refuse) ? await EarlierOf(request, by, city, ct) : [],
        };
    }

    /// <summary>Names of the colleagues for whom somebody did a step.</summary>
    private async Task<Dictionary<string, string>> NamesOf(IReadOnlyList<RequestTransition> steps, CancellationToken ct)
    {
        var ids = steps.Select(s => s.Fact("for")).OfType<string>().Select(Guid.Parse).Distinct().ToList();
        if (ids.Count == 0)
            return [];
        var rows = await db.Absences.AsNoTracking().Where(a => ids.Contains(a.PersonId)).ToListAsync(ct);
        return rows.DistinctBy(a => a.PersonId).ToDictionary(a => a.PersonId.ToString(), a => a.PersonName);
    }

    /// <summary>What was split off the same request, and that request.</summary>
    private async Task<IReadOnlyList<RequestRow>> FamilyOf(ServiceRequest request, Actor by, CitySnapshot city, CancellationToken ct)
    {
        if (request.SplitFrom is null && request.Splits == 0)
            return [];
        var (root, own) = (request.CodeNumber, request.Id);
        var rows = await db
            .Requests.AsNoTracking()
            .Where(r => (r.SplitFrom == root || r.Number == root) && r.Id != own)
            .OrderBy(r => r.Serial)
            .ToListAsync(ct);
        return [.. rows.Where(r => RequestAccess.MaySee(by, r, city)).Select(r => RequestRow.Of(r, city, by))];
    }

    /// <summary>What the same person said before, newest first: whoever refuses a repetition names what it repeats.</summary>
    private async Task<IReadOnlyList<RequestRow>> EarlierOf(ServiceRequest request, Actor by, CitySnapshot city, CancellationToken ct)
    {
        var (person, serial) = (request.PersonId, request.Serial);
        if (person is null)
            return [];
        var rows = await db
            .Requests.AsNoTracking()
            .Where(r => r.PersonId == person && r.Serial < serial)
            .OrderByDescending(r => r.Serial)
            .Take(MostEarlier)
            .ToListAsync(ct);
        return [.. rows.Where(r => RequestAccess.MaySee(by, r, city)).Select(r => RequestRow.Of(r, city, by))];
    }
}

/// <summary>A request as a page shows it.</summary>
public sealed record RequestDetail
{
    public required RequestRow Row { get; init; }
    public required ServiceRequest Request { get; init; }

    /// <summary>What the person first said.</summary>
    public required string Text { get; init; }
    public required IReadOnlyList<HistoryEntry> History { get; init; }

    /// <summary>The newest answer, by a unit here or taken over with the letter; null where there is none.</summary>
    public HistoryEntry? Answer => History.LastOrDefault(h => h.Transition.Action is RequestAction.Reply or RequestAction.ImportReply);
    public required IReadOnlyList<RequestAttachment> Photos { get; init; }
    public required string? MaskedPhone { get; init; }
    public required bool MayOpenContact { get; init; }
    public required IReadOnlySet<RequestAction> Available { get; init; }

    /// <summary>People and requests of the same matter; null where it stands alone.</summary>
    public required MatterCount? Matter { get; init; }

    /// <summary>What was split off the same request, and that request, in order of registration.</summary>
    public required IReadOnlyList<RequestRow> Family { get; init; }

    /// <summary>What the same person said before; only for whoever may refuse a repetition.</summary>
    public required IReadOnlyList<RequestRow> Earlier { get; init; }
}

/// <summary>One step of the history with its text, if that still exists and may be seen.</summary>
/// <param name="Transition">The step.</param>
/// <param name="Text">What was written.</param>
/// <param name="UnitName">The actor's unit then.</param>
/// <param name="For">代谁: the colleague whose work it was; null for the actor's own.</param>
public sealed record HistoryEntry(RequestTransition Transition, string? Text, string UnitName, string? For = null);
