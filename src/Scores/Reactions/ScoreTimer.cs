using Microsoft.Extensions.Logging;
using Suiying.Scores.Features;

namespace Suiying.Scores.Reactions;

/// <summary>
/// Each half minute: months whose requests came with their history, as in a city whose requests are older than its scores, are counted from the
/// journal. Each half hour: months that were over long enough are closed.
/// </summary>
internal sealed class ScoreTimer(Scoped scoped, TimeProvider time, ILogger<ScoreTimer> log)
    : Turns(TimeSpan.FromSeconds(30), scoped, time, log)
{
    private const int TurnsBetweenClosings = 60;

    private int turn;

    protected override async Task Take(CancellationToken ct)
    {
        var whole = false;
        await Try<CountLoaded>(
            "counting months that were loaded",
            async count => whole = (await count.Run(Actor.System, ct)).Ok(out _, out _)
        );
        // What is not counted whole is not closed.
        if (!whole || turn++ % TurnsBetweenClosings != 0)
            return;
        await Try<ReleaseMonth>("closing months of scores", release => release.CloseDue(Actor.System, ct));
    }
}
