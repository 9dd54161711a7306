using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Suiying.People.Features;

namespace Suiying.People.Reactions;

/// <summary>
/// Goes on with a rotation of the keys that somebody started, looking every five seconds. One process at a time works on it; a failure is
/// logged and tried again after a minute.
/// </summary>
internal sealed class KeyRotator(Scoped scoped, TimeProvider time, ILogger<KeyRotator> log) : BackgroundService
{
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Turn, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await Look(stoppingToken);
    }

    private async Task Look(CancellationToken ct)
    {
        try
        {
            if (await scoped.Run<RotateKeys, bool>(rotate => rotate.Continue(ct)))
                log.LogInformation("Every identity is sealed under the keys in force");
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            log.LogWarning(problem, "The rotation of the keys stopped; it is tried again in a minute");
        }
    }
}
