using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Requests;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>未完成的登记: what this agent began and did not register, and what a colleague began with the same caller.</summary>
public sealed class FindCalls(RequestsDb db, CallDrafts drafts, TimeProvider time)
{
    /// <summary>Whoever wrote so short a time ago is still writing.</summary>
    public static readonly TimeSpan Writing = TimeSpan.FromMinutes(1);

    private const int Most = 10;

    public sealed record Query
    {
        /// <summary>The call in hand.</summary>
        public Guid? Call { get; init; }

        /// <summary>Its sealed caller.</summary>
        public Guid? Person { get; init; }
    }

    /// <summary>Newest first.</summary>
    public async Task<Outcome<IReadOnlyList<UnfinishedCall>>> Run(Query query, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Agent))
            return new NotAllowed();
        var now = time.GetUtcNow();
        var rows = await drafts
            .For(by, query.Call, query.Person, now)
            .AsNoTracking()
            .OrderByDescending(d => d.ChangedAt)
            .Take(Most)
            .ToListAsync(ct);
        var ids = rows.Select(r => new RequestId(r.Id)).ToList();
        // A server that stopped between registering and forgetting left a draft of what is no draft any more.
        var registered = await db.Requests.AsNoTracking().Where(r => ids.Contains(r.Id)).Select(r => r.Id).ToListAsync(ct);
        return rows.Where(r => !registered.Contains(new RequestId(r.Id)))
            .Select(r => (Row: r, Notes: drafts.Open(r)))
            .Where(r => r.Notes is not null)
            .Select(r => new UnfinishedCall
            {
                Id = new RequestId(r.Row.Id),
                Writer = r.Row.AgentId == by.Id ? null : r.Row.AgentName,
                Call = r.Row.CallId,
                Person = r.Row.PersonId,
                SameCaller = query.Person is not null && r.Row.PersonId == query.Person,
                ChangedAt = r.Row.ChangedAt,
                Writing = r.Row.AgentId != by.Id && now - r.Row.ChangedAt < Writing,
                Notes = r.Notes!,
            })
            .ToList();
    }
}

/// <summary>A call that was noted and not registered.</summary>
public sealed record UnfinishedCall
{
    public required RequestId Id { get; init; }

    /// <summary>The colleague who wrote it; null where it is one's own.</summary>
    public required string? Writer { get; init; }
    public required Guid? Call { get; init; }

    /// <summary>The sealed caller or sender.</summary>
    public required Guid? Person { get; init; }

    /// <summary>True where it is of the caller whom one has on the phone.</summary>
    public required bool SameCaller { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>True where the colleague is writing at this moment.</summary>
    public required bool Writing { get; init; }

    /// <summary>Fields of the form by name.</summary>
    public required IReadOnlyDictionary<string, string> Notes { get; init; }

    public override string ToString() => $"UnfinishedCall {Id}";
}
