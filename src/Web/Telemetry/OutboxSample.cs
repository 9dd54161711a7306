using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Suiying.Kernel.Events;
using Suiying.People.Storage;

namespace Suiying.Web.Telemetry;

/// <summary>What waits in the outbox, as it was at the last look: how much for whom, since when, and what has died.</summary>
internal sealed class OutboxSample
{
    private readonly IServiceScopeFactory scopes;
    private readonly TimeProvider time;
    private IReadOnlyList<(string Consumer, bool Dead, int Count)> rows = [];
    private double age;

    public OutboxSample(IServiceScopeFactory scopes, TimeProvider time, IMeterFactory meters)
    {
        (this.scopes, this.time) = (scopes, time);
        var meter = meters.Create("Suiying.Outbox");
        meter.CreateObservableGauge("suiying.outbox.waiting", () => Of(dead: false), "{event}", "Events that wait for a consumer");
        meter.CreateObservableGauge("suiying.outbox.dead", () => Of(dead: true), "{event}", "Events that wait for a person");
        meter.CreateObservableGauge("suiying.outbox.age", () => Volatile.Read(ref age), "s", "How long the oldest event has waited");
    }

    public async Task Take(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var events = scope.ServiceProvider.GetRequiredService<PeopleDb>().Set<StoredEvent>().AsNoTracking();
        var counts = await events
            .GroupBy(e => new { e.Consumer, Dead = e.DeadAt != null })
            .Select(g => new
            {
                g.Key.Consumer,
                g.Key.Dead,
                Count = g.Count(),
            })
            .ToListAsync(ct);
        var oldest = await events
            .Where(e => e.DeadAt == null)
            .OrderBy(e => e.Id)
            .Select(e => (DateTimeOffset?)e.At)
            .FirstOrDefaultAsync(ct);
        rows = [.. counts.Select(c => (c.Consumer, c.Dead, c.Count))];
        Volatile.Write(ref age, oldest is { } at ? Math.Max(0, (time.GetUtcNow() - at).TotalSeconds) : 0);
    }

    private IEnumerable<Measurement<int>> Of(bool dead) =>
        rows.Where(r => r.Dead == dead)
            .Select(r => new Measurement<int>(r.Count, new KeyValuePair<string, object?>("consumer", r.Consumer)));
}

/// <summary>Looks at the outbox twice a minute.</summary>
internal sealed partial class OutboxSampler(OutboxSample sample, TimeProvider time, ILogger<OutboxSampler> log) : BackgroundService
{
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Turn, time);
        do
        {
            try
            {
                await sample.Take(stoppingToken);
            }
            catch (Exception problem) when (!stoppingToken.IsCancellationRequested)
            {
                NotTaken(log, problem);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "The outbox could not be looked at; tried again at the next turn")]
    private static partial void NotTaken(ILogger logger, Exception problem);
}
