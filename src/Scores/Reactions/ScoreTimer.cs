using Microsoft.Extensions.Logging;
using Suiying.Scores.Features;

namespace Suiying.Scores.Reactions;

/// <summary>
/// Each half minute: months whose requests came with their history, as in a city whose requests are older than its scores, are counted from the
/// journal, and a day of scores that has just ended is published. Each half hour: months that were over long enough are closed.
/// </summary>
internal sealed class ScoreTimer(Scoped scoped, TimeProvider time, ILogger<ScoreTimer> log)
    : Turns(TimeSpan.FromSeconds(30), scoped, time, log)
{
    private const int TurnsBetweenClosings = 60;

    private int turn;
    private DateOnly? published;

    protected override async Task Take(CancellationToken ct)
    {
        var whole = false;
        await Try<CountLoaded>(
            "counting months that were loaded",
            async count => whole = (await count.Run(Actor.System, ct)).Ok(out _, out _)
        );
        // What is not counted whole is neither published nor closed.
        if (!whole)
            return;
        await Try<PublishDaily>(
            "publishing the daily scores",
            async publish =>
            {
                if ((await publish.Run(new PublishDaily.Command { Last = published }, Actor.System, ct)).Ok(out var day, out _))
                    published = day;
            }
        );
        if (turn++ % TurnsBetweenClosings != 0)
            return;
        await Try<ReleaseMonth>("closing months of scores", release => release.CloseDue(Actor.System, ct));
    }
}
