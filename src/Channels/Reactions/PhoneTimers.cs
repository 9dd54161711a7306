using Microsoft.Extensions.Logging;
using Suiying.Channels.Features;

namespace Suiying.Channels.Reactions;

/// <summary>Each minute signs out lost seats and forgets callers of long ago.</summary>
internal sealed class PhoneTimers(Scoped scoped, TimeProvider time, ILogger<PhoneTimers> log)
    : Turns(TimeSpan.FromMinutes(1), scoped, time, log)
{
    protected override Task Take(CancellationToken ct) =>
        Try<ClearCalls>("clearing calls", clear => clear.Run(new ClearCalls.Command(), Actor.System, ct));
}
