using Microsoft.Extensions.Configuration;
using Suiying.Engines.Clock;

namespace Suiying.Channels.Model;

/// <summary>Calls that each client has in a minute. A client is a key or, without one, a network address.</summary>
internal sealed class CallLimits(IConfiguration configuration, TimeProvider time)
{
    private readonly int withKey = configuration.GetValue("SUIYING_OPEN311_KEY_LIMIT", 6000);
    private readonly int without = configuration.GetValue("SUIYING_OPEN311_OPEN_LIMIT", 600);
    private readonly CallWindow window = new(time);

    /// <summary>Counts one call; refused where the client has used up its minute.</summary>
    public TooManyCalls? Count(ApiCaller caller, string? address)
    {
        var client = caller.Key?.ToString() ?? address ?? "";
        return window.Count(client, caller.Key is null ? without : withKey) is { } seconds ? new TooManyCalls(seconds) : null;
    }
}
