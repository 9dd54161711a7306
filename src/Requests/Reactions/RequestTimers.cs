using Microsoft.Extensions.Logging;
using Suiying.Requests.Features;

namespace Suiying.Requests.Reactions;

/// <summary>
/// What the module does when only time has passed: rings and takes up what waited long enough every 15 seconds, seals the journal and looks for the daily report each minute, clears drafts, erases
/// what is no longer kept and corrects what a new calendar makes due earlier each hour. One thing after the other.
/// </summary>
internal sealed class RequestTimers(Scoped scoped, TimeProvider time, ILogger<RequestTimers> log)
    : Turns(TimeSpan.FromSeconds(15), scoped, time, log)
{
    private readonly TimeProvider clock = time;
    private DateTimeOffset anchorAt = time.GetUtcNow().AddMinutes(1);
    private DateTimeOffset clearAt = time.GetUtcNow();

    protected override async Task Take(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await Try<RingDuty>("ringing", use => use.Run(new RingDuty.Command(), Actor.System, ct));
        await Try<EndPauses>("ending waits", use => use.Run(new EndPauses.Command(), Actor.System, ct));
        if (now >= anchorAt)
        {
            await Try<AnchorJournal>("sealing", use => use.Run(new AnchorJournal.Command(), Actor.System, ct));
            await Try<WriteDailies>("writing the daily report", use => use.Run(new WriteDailies.Command(), Actor.System, ct));
            anchorAt = now.AddMinutes(1);
        }
        if (now >= clearAt)
        {
            await Try<ClearDrafts>("clearing", use => use.Run(new ClearDrafts.Command(), Actor.System, ct));
            await Try<CorrectDeadlines>("correcting", use => use.Run(new CorrectDeadlines.Command(), Actor.System, ct));
            await Try<EraseExpired>("erasing", use => use.Run(new EraseExpired.Command(), Actor.System, ct));
            clearAt = now.AddHours(1);
        }
    }
}
