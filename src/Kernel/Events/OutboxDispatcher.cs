using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Suiying.Kernel.Data;

namespace Suiying.Kernel.Events;

/// <summary>
/// Brings stored events to their consumers: in order per aggregate and consumer, each once in effect. Processes side by side claim
/// different rows (SKIP LOCKED on PostgreSQL; the one writer on SQLite). What fails waits longer each time and holds up only its own
/// aggregate at its own consumer; after the last attempt it is a dead letter.
/// </summary>
public sealed class OutboxDispatcher(
    IEnumerable<Subscription> subscriptions,
    IServiceScopeFactory scopes,
    TimeProvider time,
    ILogger<OutboxDispatcher> log
)
{
    /// <summary>Name of the traces.</summary>
    public const string Source = "Suiying.Events";

    private const int Batch = 32;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly ActivitySource Traces = new(Source);

    /// <summary>How long an event waits after each failed attempt; when there is no further pause, it is dead.</summary>
    public static IReadOnlyList<TimeSpan> Pauses { get; } =
    [.. new[] { 1, 5, 30, 120, 600, 3600, 14400 }.Select(s => TimeSpan.FromSeconds(s))];

    internal IReadOnlyList<Subscription> All { get; } = [.. subscriptions];

    /// <summary>Delivers all that is due, and what becomes due by it; says how many deliveries were tried.</summary>
    public async Task<int> Drain(CancellationToken ct)
    {
        var (all, turn) = (0, 0);
        do
        {
            turn = 0;
            foreach (var subscription in All)
                turn += await Drain(subscription, ct);
            all += turn;
        } while (turn > 0);
        return all;
    }

    internal async Task<int> Drain(Subscription to, CancellationToken ct)
    {
        var all = 0;
        while (await Deliver(to, ct) is var tried and > 0)
            all += tried;
        return all;
    }

    private async Task<int> Deliver(Subscription to, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = to.Db(scope.ServiceProvider);
        StoredEvent? current = null;
        try
        {
            if (to.Outward)
            {
                current = await db.Write(() => TakeLease(db, to, ct), ct);
                if (current is null)
                    return 0;
                await React(to, scope.ServiceProvider, current, ct);
                await db.Write(() => Row(db, current).ExecuteDeleteAsync(ct), ct);
                return 1;
            }
            // One transaction: what the consumers wrote and that the events are gone.
            return await db.Write(
                async () =>
                {
                    var rows = await Claim(db, to, Batch, ct);
                    foreach (var row in rows)
                    {
                        current = row;
                        await React(to, scope.ServiceProvider, row, ct);
                        db.Remove(row);
                        await db.SaveChangesAsync(ct);
                    }
                    return rows.Count;
                },
                ct
            );
        }
        catch (Exception problem) when (current is not null && !ct.IsCancellationRequested)
        {
            await Fail(to, current, problem, ct);
            return 1;
        }
    }

    /// <summary>The first of each aggregate, where it is due and no other process holds it. Later ones stand behind it, even behind a dead one.</summary>
    private Task<List<StoredEvent>> Claim(ModuleDb db, Subscription to, int most, CancellationToken ct)
    {
        var now = time.GetUtcNow().ToUniversalTime();
        var heads = db.Set<StoredEvent>();
        if (db.Kind == DatabaseKind.Postgres)
            return heads
                .FromSql(
                    $"""
                    SELECT * FROM events_outbox e WHERE e."Consumer" = {to.Consumer} AND e."Event" = {to.Event} AND e."DeadAt" IS NULL
                    AND e."DueAt" <= {now} AND NOT EXISTS (SELECT 1 FROM events_outbox b
                        WHERE b."Consumer" = e."Consumer" AND b."Aggregate" = e."Aggregate" AND b."Id" < e."Id")
                    ORDER BY e."Id" LIMIT {most} FOR UPDATE OF e SKIP LOCKED
                    """
                )
                .ToListAsync(ct);
        return heads
            .Where(e => e.Consumer == to.Consumer && e.Event == to.Event && e.DeadAt == null && e.DueAt <= now)
            .Where(e => !heads.Any(b => b.Consumer == e.Consumer && b.Aggregate == e.Aggregate && b.Id < e.Id))
            .OrderBy(e => e.Id)
            .Take(most)
            .ToListAsync(ct);
    }

    private async Task<StoredEvent?> TakeLease(ModuleDb db, Subscription to, CancellationToken ct)
    {
        if (await Claim(db, to, 1, ct) is not [var row])
            return null;
        row.DueAt = time.GetUtcNow() + Lease;
        await db.SaveChangesAsync(ct);
        return row;
    }

    private static async Task React(Subscription to, IServiceProvider services, StoredEvent row, CancellationToken ct)
    {
        using var trace = Traces.StartActivity($"{row.Event} → {row.Consumer}", ActivityKind.Consumer, row.Trace);
        trace?.SetTag("suiying.event", row.Event).SetTag("suiying.consumer", row.Consumer).SetTag("suiying.attempt", row.Attempts + 1);
        await to.React(services, row, ct);
    }

    private async Task Fail(Subscription to, StoredEvent row, Exception problem, CancellationToken ct)
    {
        var (now, attempts) = (time.GetUtcNow(), row.Attempts + 1);
        var cause = problem.GetBaseException();
        var text = $"{cause.GetType().Name}: {cause.Message}";
        var (due, dead) = attempts > Pauses.Count ? (now, now) : (now + Pauses[attempts - 1], (DateTimeOffset?)null);
        log.LogWarning(problem, "{Event} for {Consumer} failed at attempt {Attempt}", row.Event, row.Consumer, attempts);
        await using var scope = scopes.CreateAsyncScope();
        var db = to.Db(scope.ServiceProvider);
        await db.Write(
            () =>
                Row(db, row)
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(e => e.Attempts, attempts)
                                .SetProperty(e => e.DueAt, due)
                                .SetProperty(e => e.DeadAt, dead)
                                .SetProperty(
                                    e => e.Problem,
                                    text.Length > StoredEvent.LongestProblem ? text[..StoredEvent.LongestProblem] : text
                                ),
                        ct
                    ),
            ct
        );
    }

    /// <summary>The row as it was claimed; none where another process has dealt with it meanwhile.</summary>
    private static IQueryable<StoredEvent> Row(ModuleDb db, StoredEvent row) =>
        db.Set<StoredEvent>().Where(e => e.Id == row.Id && e.Attempts == row.Attempts && e.DeadAt == null);
}
