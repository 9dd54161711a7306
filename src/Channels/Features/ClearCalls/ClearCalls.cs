using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model.Phone;
using Suiying.Channels.Storage;
using Suiying.Contracts.Channels;
using Suiying.Contracts.People;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;

namespace Suiying.Channels.Features;

/// <summary>
/// Signs out seats whose page is gone, and forgets whose the calls were that are older than the city keeps. A caller who never made a request is then
/// erased altogether. The times of the calls stay: figures of past days are made of them.
/// </summary>
public sealed class ClearCalls(
    ChannelsDb db,
    ICityRegistry registry,
    IRequestTallies requests,
    ISealedIdentities identities,
    TimeProvider time
)
{
    private const int Most = 2000;

    public sealed record Command;

    /// <param name="Seats">Signed out.</param>
    /// <param name="Calls">Forgotten whose they were.</param>
    /// <param name="People">Erased.</param>
    public sealed record Cleared(int Seats, int Calls, int People);

    public async Task<Outcome<Cleared>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        var now = time.GetUtcNow();
        var lost = now - Seat.Lost;
        var seats = await db.Seats.Where(s => s.State != SeatState.Away && s.SeenAt < lost).ToListAsync(ct);
        db.SeatSpans.AddRange(seats.Select(s => s.Set(SeatState.Away, s.SeenAt)).OfType<SeatSpan>());

        var before = registry.Current.Retention.Before(RecordClass.Calls, reports: false, now);
        var calls = await db.Calls.Where(c => c.PersonId != null && c.AskedAt < before).OrderBy(c => c.AskedAt).Take(Most).ToListAsync(ct);
        var people = calls.Select(c => c.PersonId!.Value).ToHashSet();
        people.ExceptWith(
            await db
                .Calls.Where(c => people.Contains(c.PersonId!.Value) && c.AskedAt >= before)
                .Select(c => c.PersonId!.Value)
                .ToListAsync(ct)
        );
        people.ExceptWith(
            await db
                .Inbox.Where(m => m.PersonId != null && people.Contains(m.PersonId.Value))
                .Select(m => m.PersonId!.Value)
                .ToListAsync(ct)
        );
        var alone = await requests.WithNothingHere([.. people.Select(p => new PersonId(p))], ct);
        var erased = await identities.Erase(alone, ct);
        foreach (var call in calls)
            call.Forget();
        await db.SaveChangesAsync(ct);
        return new Cleared(seats.Count, calls.Count, erased);
    }
}
