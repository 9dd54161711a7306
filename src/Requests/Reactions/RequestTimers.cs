using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Suiying.Requests.Features;

namespace Suiying.Requests.Reactions;

/// <summary>
/// What the module does when only time has passed: rings and takes up what waited long enough every 15 seconds, seals the journal and looks for the daily report each minute, clears drafts, erases
/// what is no longer kept and corrects what a new calendar makes due earlier each hour. One
/// loop, one thing after the other; a failure is logged and tried again at the next turn. Several processes may run it side by side.
/// </summary>
internal sealed class RequestTimers(Scoped scoped, TimeProvider time, ILogger<RequestTimers> log) : BackgroundService
{
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Turn, time);
        var start = time.GetUtcNow();
        var (anchorAt, clearAt) = (start.AddMinutes(1), start);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                var now = time.GetUtcNow();
                await Try<RingDuty>("ringing", use => use.Run(new RingDuty.Command(), Actor.System, stoppingToken));
                await Try<EndPauses>("ending waits", use => use.Run(new EndPauses.Command(), Actor.System, stoppingToken));
                if (now >= anchorAt)
                {
                    await Try<AnchorJournal>("sealing", use => use.Run(new AnchorJournal.Command(), Actor.System, stoppingToken));
                    await Try<WriteDailies>(
                        "writing the daily report",
                        use => use.Run(new WriteDailies.Command(), Actor.System, stoppingToken)
                    );
                    anchorAt = now.AddMinutes(1);
                }
                if (now >= clearAt)
                {
                    await Try<ClearDrafts>("clearing", use => use.Run(new ClearDrafts.Command(), Actor.System, stoppingToken));
                    await Try<CorrectDeadlines>("correcting", use => use.Run(new CorrectDeadlines.Command(), Actor.System, stoppingToken));
                    await Try<EraseExpired>("erasing", use => use.Run(new EraseExpired.Command(), Actor.System, stoppingToken));
                    clearAt = now.AddHours(1);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private async Task Try<TUseCase>(string what, Func<TUseCase, Task> use)
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
