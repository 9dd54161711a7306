using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Suiying.Kernel;

/// <summary>What a module does when only time has passed, turn after turn. Several processes may run it side by side.</summary>
public abstract class Turns(TimeSpan turn, Scoped scoped, TimeProvider time, ILogger log) : BackgroundService
{
    /// <summary>One turn.</summary>
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

    /// <summary>One use case in a scope of its own; a failure is logged and made up for at the next turn.</summary>
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
