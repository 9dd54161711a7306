using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Suiying.Channels.Features;

namespace Suiying.Channels.Reactions;

/// <summary>Sends what has waited: for the end of quiet hours, for a digest, or to be tried again. Several processes may run it side by side.</summary>
internal sealed class MessageTimers(Scoped scoped, TimeProvider time, ILogger<MessageTimers> log) : BackgroundService
{
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Turn, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await Send(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private async Task Send(CancellationToken ct)
    {
        try
        {
            await scoped.Run<SendNotices, Outcome<SendNotices.Report>>(send => send.Run(new SendNotices.Command(), Actor.System, ct));
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            log.LogWarning(problem, "Sending messages failed; it is tried again at the next turn");
        }
    }
}
