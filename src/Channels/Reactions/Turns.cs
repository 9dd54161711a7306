using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Suiying.Channels.Reactions;

/// <summary>What the module does when only time has passed, turn after turn; a failure is logged and made up for at the next. Several processes may run it side by side.</summary>
internal abstract class Turns(TimeSpan turn, Scoped scoped, TimeProvider time, ILogger log) : BackgroundService
{
    protected abstract Task Take(CancellationToken ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(turn, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await Take(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    protected async Task Try<TUseCase>(string what, Func<TUseCase, Task> use)
        where TUseCase : notnull
    {
        try
        {
            await scoped.Run<TUseCase, bool>(async service =>
            {
                await use(service);
                return true;
            });
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            log.LogWarning(problem, "The timer for {What} failed; it is tried again at the next turn", what);
        }
    }
}
