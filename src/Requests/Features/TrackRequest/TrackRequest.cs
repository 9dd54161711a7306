using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>查进度: the person, by number and query code or signed in, sees who has the matter and by when, and every answer they were given.</summary>
public sealed class TrackRequest(RequestsDb db, ICityRegistry registry, WrongTries tries, ShowTrail trail)
{
    public sealed record Query
    {
        public required string Number { get; init; }

        /// <summary>Null where the actor is signed in as the person.</summary>
        public string? Code { get; init; }

        /// <summary>Where the question comes from (a network address), so that guessing can be slowed; null where nobody guesses.</summary>
        public string? From { get; init; }
    }

    public async Task<Outcome<TrackedRequest>> Run(Query query, Actor by, CancellationToken ct)
    {
        var city = registry.Current;
        var number = query.Number.Trim();
        var (place, ticket) = ($"from {query.From}", $"number {number}");
        if (query.Code is not null && tries.TooMany(place, ticket))
            return new TooManyTries();
        var request = await db.Requests.AsNoTracking().FirstOrDefaultAsync(r => r.Number == number, ct);
        var proved =
            request is not null && query.Code is { Length: > 0 } code && QueryCode.Matches(request.CodeNumber, code, request.QueryCodeHash);
        if (request is null || !proved && !RequestAccess.IsOwn(by, request))
        {
            if (query.Code is not null)
                tries.Count(place, ticket);
            return new WrongQueryCode();
        }

        var transitions = await db.Transitions.AsNoTracking().Where(t => t.RequestId == request.Id).OrderBy(t => t.Seq).ToListAsync(ct);
        var notes = await db.Notes.AsNoTracking().Where(n => n.RequestId == request.Id).ToDictionaryAsync(n => n.Id, ct);
        // What came up from below is told only with the reply of the unit that checked it.
        var photos = await db
            .Attachments.AsNoTracking()
            .Where(a =>
                a.RequestId == request.Id && a.ErasedAt == null && (a.AddedBy != RequestAction.SubReport || request.RepliedAt != null)
            )
            .OrderBy(a => a.Id)
            .ToListAsync(ct);
        var steps = transitions
            .Where(t => ResidentNotice.Told.Contains(t.Action))
            .Select(t =>
                TrackedStep.Of(
                    t,
                    t.NoteId is { } id && !ResidentNotice.WithoutWords.Contains(t.Action) ? notes.GetValueOrDefault(id)?.Text : null,
                    city
                )
            );
        var news = await db.Notices.CountAsync(n => n.RequestId == request.Id && n.SeenAt == null, ct);
        if (request.ClaimCount > 0)
            request.Claims.AddRange(
                await db.Claims.AsNoTracking().Where(c => c.RequestId == request.Id).OrderBy(c => c.Ordinal).ToListAsync(ct)
            );
        return new TrackedRequest
        {
            Request = request,
            Person = Actor.Resident(request.PersonId ?? Guid.Empty),
            Category = city.Categories.FullName(request.Category),
            Area = city.Areas.FullName(request.Area),
            UnitName = city.Units.NameOf(request.Unit),
            HolderName = request.Holder == request.Unit ? null : city.Units.NameOf(request.Holder),
            Helpers = string.Join("、", request.CoUnits.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(city.Units.NameOf)),
            Expected = RequestLifecycle.IsFinal(request.State) ? null : RequestClocks.ExpectedAt(request, city),
            Steps = [.. steps],
            Photos = photos,
            News = news,
            Matter = await MatterCounts.Of(db, request, ct),
            Trail = await trail.Run(request, ct),
            Family = await FamilyOf(request, ct),
        };
    }

    /// <summary>The person's other requests that came from the same words.</summary>
    private async Task<IReadOnlyList<FamilyMember>> FamilyOf(ServiceRequest request, CancellationToken ct)
    {
        if (request.SplitFrom is null && request.Splits == 0)
            return [];
        var (root, own, person) = (request.CodeNumber, request.Id, request.PersonId);
        return await db
            .Requests.AsNoTracking()
            .Where(r => (r.SplitFrom == root || r.Number == root) && r.Id != own && r.PersonId == person)
            .OrderBy(r => r.Serial)
            .Select(r => new FamilyMember(r.Number, r.Title, r.State, r.Solved))
            .ToListAsync(ct);
    }
}

/// <summary>A request as its person sees it.</summary>
public sealed record TrackedRequest
{
    public required ServiceRequest Request { get; init; }

    /// <summary>The person as an actor: who proved number and code may act as them on this request.</summary>
    public required Actor Person { get; init; }
    public required string Category { get; init; }
    public required string Area { get; init; }
    public required string UnitName { get; init; }

    /// <summary>The unit below that works on it now; null where the answerable one does.</summary>
    public required string? HolderName { get; init; }

    /// <summary>Units that help, by name; empty where none does.</summary>
    public required string Helpers { get; init; }

    /// <summary>By when the reply is due; null when it has ended.</summary>
    public required DateTimeOffset? Expected { get; init; }
    public required IReadOnlyList<TrackedStep> Steps { get; init; }
    public required IReadOnlyList<RequestAttachment> Photos { get; init; }

    /// <summary>People and requests of the same matter; null where the request stands alone.</summary>
    public required MatterCount? Matter { get; init; }

    /// <summary>How the same matter goes on, newest first.</summary>
    public required IReadOnlyList<MatterStep> Trail { get; init; }

    /// <summary>The person's further matters that were split off, or the one from which this was.</summary>
    public required IReadOnlyList<FamilyMember> Family { get; init; }

    /// <summary>Steps of others that the person has not marked as seen.</summary>
    public required int News { get; init; }
}

/// <summary>Another request of the same person, from the same words.</summary>
public sealed record FamilyMember(string Number, string Title, RequestState State, Solved? Solved);

public sealed record TrackedStep(
    DateTimeOffset At,
    RequestAction Action,
    RequestState To,
    string UnitName,
    string? Text,
    string? Reason,
    string? Earlier,
    DateTimeOffset? Until,
    string ActorName,
    string? Child,
    string? Right,
    bool InWriting
)
{
    internal static TrackedStep Of(RequestTransition step, string? text, CitySnapshot city)
    {
        return new TrackedStep(
            step.At,
            step.Action,
            step.To,
            city.Units.NameOf(step.Fact("unit") ?? step.ActorUnit),
            text,
            step.Reason,
            step.Fact("earlier"),
            long.TryParse(step.Fact("until"), out var until) ? DateTimeOffset.FromUnixTimeMilliseconds(until) : null,
            step.ActorName,
            step.Fact("child"),
            step.Fact("right"),
            step.Fact("only") == "yes"
        );
    }
}
