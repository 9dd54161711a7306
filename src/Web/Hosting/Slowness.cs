using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Suiying.Web.Hosting;

/// <summary>How long a client may dawdle: a connection is a place that somebody else then does not have.</summary>
internal static class Slowness
{
    private const int BytesPerSecond = 240;

    public static void LimitSlowness(this KestrelServerOptions kestrel, IConfiguration configuration)
    {
        // Seconds before the rate counts: a phone in a lift may pause, and goes on.
        var grace = TimeSpan.FromSeconds(Math.Max(2, configuration.GetValue("SUIYING_BODY_GRACE", 10)));
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(BytesPerSecond, grace);
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        kestrel.AddServerHeader = false;
    }
}
