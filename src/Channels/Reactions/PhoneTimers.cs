using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Suiying.Channels.Features;

namespace Suiying.Channels.Reactions;

/// <summary>What the module does when only time has passed: each minute it signs out lost seats and forgets callers of long ago.</summary>
internal sealed class PhoneTimers(Scoped scoped, TimeProvider time, ILogger<PhoneTimers> log) : BackgroundService
{
    private static readonly TimeSpan Turn = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Turn, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await Clear(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private async Task Clear(CancellationToken ct)
    {
        try
        {
            await scoped.Run<ClearCalls, Outcome<ClearCalls.Cleared>>(clear => clear.Run(new ClearCalls.Command(), Actor.System, ct));
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            log.LogWarning(problem, "Clearing calls failed; it is tried again at the next turn");
        }
    }
}
