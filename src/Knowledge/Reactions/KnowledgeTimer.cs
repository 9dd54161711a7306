using Microsoft.Extensions.Logging;
using Suiying.Knowledge.Features;

namespace Suiying.Knowledge.Reactions;

/// <summary>Writes down what was counted, each minute and when the server stops; a failure is logged and loses that minute's counts alone.</summary>
internal sealed class KnowledgeTimer(Scoped scoped, TimeProvider time, ILogger<KnowledgeTimer> log)
    : Turns(TimeSpan.FromMinutes(1), scoped, time, log)
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Take(CancellationToken.None);
    }

    protected override Task Take(CancellationToken ct) =>
        Try<KeepTallies>(
            "the counts of the knowledge base",
            keep => keep.Run(new KeepTallies.Command(), Actor.System, CancellationToken.None)
        );
}
