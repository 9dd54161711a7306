using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Suiying.People.Model;

namespace Suiying.People.Storage;

/// <summary>
/// Tells at each request whether a session still goes on. An answer of the database holds for half a minute; what this process itself
/// ended is known at once.
/// </summary>
public sealed class LiveSessions(IServiceScopeFactory scopes, TimeProvider time)
{
    private const int Crowd = 10_000;
    private static readonly TimeSpan Trusted = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<Guid, (DateTimeOffset At, bool Alive)> looks = new();

    public async ValueTask<bool> IsAlive(Guid session, Guid staff, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (Known(session, now) is { } known)
            return known;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PeopleDb>();
        var found = await Find(db, session, staff).SingleOrDefaultAsync(ct);
        if (IsForgotten(found, now))
            await Seen(db, session, now);
        return Keep(session, found, now);
    }

    /// <summary>
    /// As <see cref="IsAlive"/> for an event of an interactive page, answered before the next event is read: one that waited for the
    /// database would be overtaken by those behind it, so that letters change places and a press finds its button gone.
    /// </summary>
    public bool IsAliveAtOnce(Guid session, Guid staff)
    {
        var now = time.GetUtcNow();
        if (Known(session, now) is { } known)
            return known;
        using var scope = scopes.CreateScope();
        var found = Find(scope.ServiceProvider.GetRequiredService<PeopleDb>(), session, staff).SingleOrDefault();
        if (IsForgotten(found, now))
            _ = SeenLater(session, now);
        return Keep(session, found, now);
    }

    public void Ended(IEnumerable<Guid> sessions)
    {
        var now = time.GetUtcNow();
        foreach (var session in sessions)
            looks[session] = (now, false);
    }

    private bool? Known(Guid session, DateTimeOffset now) =>
        looks.TryGetValue(session, out var look) && (now - look.At < Trusted || !look.Alive) ? look.Alive : null;

    private bool Keep(Guid session, StaffSession? found, DateTimeOffset now)
    {
        if (looks.Count > Crowd)
            looks.Clear();
        var alive = found is { EndedAt: null };
        // What ended meanwhile stays ended.
        return looks.AddOrUpdate(session, (now, alive), (_, old) => old.Alive ? (now, alive) : old).Alive;
    }

    private static bool IsForgotten(StaffSession? found, DateTimeOffset now) =>
        found is { EndedAt: null } && now - found.SeenAt >= SeenEvery;

    private static IQueryable<StaffSession> Find(PeopleDb db, Guid session, Guid staff) =>
        db.StaffSessions.AsNoTracking().Where(s => s.Id == session && s.StaffId == staff);

    private async Task SeenLater(Guid session, DateTimeOffset now)
    {
        await Task.Yield();
        await using var scope = scopes.CreateAsyncScope();
        await Seen(scope.ServiceProvider.GetRequiredService<PeopleDb>(), session, now);
    }

    private static Task<int> Seen(PeopleDb db, Guid session, DateTimeOffset now) =>
        db.Write(() => db.StaffSessions.Where(s => s.Id == session).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now)));
}
