using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Suiying.Kernel.Events;

/// <summary>Delivers events while the server runs: at once after a commit of this process, and every two seconds for all others.</summary>
internal sealed class OutboxService(OutboxDispatcher dispatcher, Outbox outbox, TimeProvider time, ILogger<OutboxService> log)
    : BackgroundService
{
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(2);

    // A consumer that waits for something outside holds up no other.
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(dispatcher.All.Select(to => Serve(to, stoppingToken)));

    private async Task Serve(Subscription to, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var wake = outbox.Next;
            try
            {
                await dispatcher.Drain(to, ct);
            }
            catch (Exception problem)
            {
                // At the end of the server too: what it held was not committed and comes again.
                if (!ct.IsCancellationRequested)
                    log.LogWarning(problem, "Events for {Consumer} could not be read; tried again at the next turn", to.Consumer);
            }
            await wake.WaitAsync(Turn, time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
