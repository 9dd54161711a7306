using Microsoft.Extensions.Logging;
using Suiying.OpenCity.Features;

namespace Suiying.OpenCity.Reactions;

/// <summary>Publishes each month once it is over.</summary>
internal sealed class OpenCityTimer(Scoped scoped, TimeProvider time, ILogger<OpenCityTimer> log)
    : Turns(TimeSpan.FromMinutes(20), scoped, time, log)
{
    protected override Task Take(CancellationToken ct) =>
        Try<PublishMonth>("the months that are published", publish => publish.Due(Actor.System, ct));
}
