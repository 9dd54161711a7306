using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Suiying.Channels.Features;
using Suiying.Channels.Storage;

namespace Suiying.Channels.Reactions;

/// <summary>Looks into the mailbox every minute, beside the other timers, so that a slow mail server holds nothing up. Several processes may run it side by side.</summary>
internal sealed class MailTimer(Scoped scoped, Mailbox mailbox, TimeProvider time, ILogger<MailTimer> log) : BackgroundService
{
    private static readonly TimeSpan Turn = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!mailbox.Ready)
            return;
        using var timer = new PeriodicTimer(Turn, time);
        try
        {
            do
            {
                try
                {
                    var command = new CollectMail.Command();
                    await scoped.Run<CollectMail, Outcome<CollectMail.Collected>>(use => use.Run(command, Actor.System, stoppingToken));
                }
                catch (Exception problem) when (problem is not OperationCanceledException)
                {
                    log.LogWarning(problem, "The mailbox could not be read; it is tried again at the next turn");
                }
            } while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }
}
