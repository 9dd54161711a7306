using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Suiying.Registry.Features;

namespace Suiying.Registry.Storage;

/// <summary>
/// Loads the city before the server listens and looks for a newer version every ten seconds, so that a running server follows a load
/// by the command line or by another process, and a change comes into force on its day.
/// </summary>
internal sealed class CityRefresher(CityRegistry registry, IServiceScopeFactory scopes, TimeProvider time, ILogger<CityRefresher> log)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await registry.Refresh(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await Look(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private async Task Look(CancellationToken ct)
    {
        try
        {
            await using (var scope = scopes.CreateAsyncScope())
                await scope.ServiceProvider.GetRequiredService<StartPlanned>().Run(Actor.System, ct);
            if (await registry.Refresh(ct))
                log.LogInformation("City registry is now at version {Version}", registry.Current.Version);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // The snapshot in memory stays good while the database is away.
            log.LogWarning(
                problem,
                "Could not look for a newer city registry; version {Version} stays in use",
                registry.IsLoaded ? registry.Current.Version : 0
            );
        }
    }
}
