using Microsoft.Extensions.Logging;
using Suiying.Understanding.Features;

namespace Suiying.Understanding.Reactions;

/// <summary>Every five seconds: reads what was told since, and finds the topics anew where it is time. One after the other, so that no reader waits behind a change that waits.</summary>
internal sealed class MatterTimer(Scoped scoped, TimeProvider time, ILogger<MatterTimer> log)
    : Turns(TimeSpan.FromSeconds(5), scoped, time, log)
{
    protected override async Task Take(CancellationToken ct)
    {
        await Try<FollowMatters>("reading what was told", follow => follow.Run(Actor.System, ct));
        await Try<FindTopics>("finding topics", find => find.Run(Actor.System, ct));
    }
}
