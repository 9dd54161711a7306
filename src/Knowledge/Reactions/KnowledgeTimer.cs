using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Suiying.Knowledge.Features;

namespace Suiying.Knowledge.Reactions;

/// <summary>Writes down what was counted, each minute and when the server stops; a failure is logged and loses that minute's counts alone.</summary>
internal sealed class KnowledgeTimer(Scoped scoped, TimeProvider time, ILogger<KnowledgeTimer> log) : BackgroundService
{
    private static readonly TimeSpan Turn = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Turn, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await Keep();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await Keep();
        }
    }

    private async Task Keep()
    {
        try
        {
            await scoped.Run<KeepTallies, Outcome<int>>(keep => keep.Run(new KeepTallies.Command(), Actor.System, CancellationToken.None));
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            log.LogWarning(problem, "The counts of the knowledge base were not written");
        }
    }
}
