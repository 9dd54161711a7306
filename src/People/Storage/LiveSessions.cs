using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

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
        if (looks.TryGetValue(session, out var look) && (now - look.At < Trusted || !look.Alive))
            return look.Alive;
        var alive = await Look(session, staff, now, ct);
        // What ended meanwhile stays ended.
        return looks.AddOrUpdate(session, (now, alive), (_, old) => old.Alive ? (now, alive) : old).Alive;
    }

    public void Ended(IEnumerable<Guid> sessions)
    {
        var now = time.GetUtcNow();
        foreach (var session in sessions)
            looks[session] = (now, false);
    }

    private async Task<bool> Look(Guid session, Guid staff, DateTimeOffset now, CancellationToken ct)
    {
        if (looks.Count > Crowd)
            looks.Clear();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PeopleDb>();
        var found = await db.StaffSessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == session && s.StaffId == staff, ct);
        if (found is not { EndedAt: null })
            return false;
        if (now - found.SeenAt >= SeenEvery)
            await db.Write(
                () => db.StaffSessions.Where(s => s.Id == session).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now), ct),
                ct
            );
        return true;
    }
}
