using Microsoft.Extensions.Logging;
using Suiying.Scores.Features;

namespace Suiying.Scores.Reactions;

/// <summary>
/// Each half minute: where nothing is scored yet, as in a city whose requests are older than its scores, all is scored from the journal. Each half
/// hour: months that were over long enough are closed.
/// </summary>
internal sealed class ScoreTimer(Scoped scoped, TimeProvider time, ILogger<ScoreTimer> log)
    : Turns(TimeSpan.FromSeconds(30), scoped, time, log)
{
    private const int TurnsBetweenClosings = 60;

    private bool done;
    private int turn;
    private bool counted;

    protected override async Task Take(CancellationToken ct)
    {
        if (!done)
            await Try<RebuildScores>(
                "scoring what is not scored",
                async rebuild =>
                    done =
                        (await rebuild.Run(new RebuildScores.Command { OnlyFirst = true }, Actor.System, ct)).Ok(out var built, out _)
                        && built.Callbacks > 0
            );
        if (!counted)
            await Try<RebuildWork>(
                "counting work that is not counted",
                async rebuild =>
                    counted =
                        (await rebuild.Run(new RebuildWork.Command { OnlyFirst = true }, Actor.System, ct)).Ok(out var built, out _)
                        && built.Rows > 0
            );
        // What is not scored whole is not closed.
        if (!done || turn++ % TurnsBetweenClosings != 0)
            return;
        await Try<ReleaseMonth>("closing months of scores", release => release.CloseDue(Actor.System, ct));
    }
}
