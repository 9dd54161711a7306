using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Suiying.Channels.Features;

namespace Suiying.Channels.Reactions;

/// <summary>Sends what has waited: for the end of quiet hours, for a digest, or to be tried again. Several processes may run it side by side.</summary>
internal sealed class MessageTimers(Scoped scoped, TimeProvider time, ILogger<MessageTimers> log) : BackgroundService
{
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Turn, time);
        var clearAt = time.GetUtcNow();
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await Send(stoppingToken);
                if (time.GetUtcNow() < clearAt)
                    continue;
                await Try<ClearMessages>("clearing", clear => clear.Run(new ClearMessages.Command(), Actor.System, stoppingToken));
                await Try<ClearInbox>("clearing the inbox", clear => clear.Run(new ClearInbox.Command(), Actor.System, stoppingToken));
                clearAt = time.GetUtcNow().AddHours(1);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private Task Send(CancellationToken ct) =>
        Task.WhenAll(
            Try<SendNotices>("messages", send => send.Run(new SendNotices.Command(), Actor.System, ct)),
            Try<SendDeliveries>("webhooks", send => send.Run(new SendDeliveries.Command(), Actor.System, ct))
        );

    private async Task Try<TUseCase>(string what, Func<TUseCase, Task> send)
        where TUseCase : notnull
    {
        try
        {
            await scoped.Run<TUseCase, bool>(async service =>
            {
                await send(service);
                return true;
            });
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            log.LogWarning(problem, "The timer for {What} failed; it is tried again at the next turn", what);
        }
    }
}
