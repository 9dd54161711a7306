using Microsoft.EntityFrameworkCore;
using Suiying.Kernel.Events;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>How the delivery of events stands: what waits, what is dead, and who replayed what.</summary>
public sealed class ListEvents(PeopleDb db)
{
    private const int Most = 100;

    /// <param name="Event">The letter.</param>
    /// <param name="Behind">Later events of the same aggregate at the same consumer.</param>
    public sealed record DeadLetter(StoredEvent Event, int Behind);

    /// <param name="Consumer">Who they wait for.</param>
    /// <param name="Waiting">How many.</param>
    /// <param name="Oldest">When the oldest was stored.</param>
    /// <param name="Retried">Of those, how many have failed at least once.</param>
    public sealed record Queue(string Consumer, int Waiting, int Retried, DateTimeOffset Oldest);

    public sealed record State(IReadOnlyList<Queue> Queues, IReadOnlyList<DeadLetter> Dead, IReadOnlyList<EventReplay> Replays);

    public async Task<Outcome<State>> Run(Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.SystemAdmin, Role.AuditAdmin))
            return new NotAllowed();
        var events = db.Set<StoredEvent>().AsNoTracking();
        var queues = await events
            .Where(e => e.DeadAt == null)
            .GroupBy(e => e.Consumer)
            .Select(q => new Queue(q.Key, q.Count(), q.Count(e => e.Attempts > 0), q.Min(e => e.At)))
            .ToListAsync(ct);
        var dead = await events
            .Where(e => e.DeadAt != null)
            .OrderBy(e => e.Id)
            .Take(Most)
            .Select(e => new DeadLetter(e, events.Count(b => b.Consumer == e.Consumer && b.Aggregate == e.Aggregate && b.Id > e.Id)))
            .ToListAsync(ct);
        var replays = await db.EventReplays.AsNoTracking().OrderByDescending(r => r.Id).Take(Most).ToListAsync(ct);
        return new State([.. queues.OrderBy(q => q.Consumer, StringComparer.Ordinal)], dead, replays);
    }
}
