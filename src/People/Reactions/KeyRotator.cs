using Microsoft.Extensions.Logging;
using Suiying.People.Features;

namespace Suiying.People.Reactions;

/// <summary>Goes on with a rotation of the keys that somebody started, looking every five seconds. One process at a time works on it.</summary>
internal sealed class KeyRotator(Scoped scoped, TimeProvider time, ILogger<KeyRotator> log)
    : Turns(TimeSpan.FromSeconds(5), scoped, time, log)
{
    private readonly ILogger log = log;

    protected override Task Take(CancellationToken ct) =>
        Try<RotateKeys>(
            "the rotation of the keys",
            async rotate =>
            {
                if (await rotate.Continue(ct))
                    log.LogInformation("Every identity is sealed under the keys in force");
            }
        );
}
