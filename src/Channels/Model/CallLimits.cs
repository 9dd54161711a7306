using Microsoft.Extensions.Configuration;

namespace Suiying.Channels.Model;

/// <summary>Counts calls of each client in windows of one minute, in this process. A client is a key or, without one, a network address.</summary>
internal sealed class CallLimits(IConfiguration configuration, TimeProvider time)
{
    private const int Window = 60;

    private readonly int withKey = configuration.GetValue("SUIYING_OPEN311_KEY_LIMIT", 6000);
    private readonly int without = configuration.GetValue("SUIYING_OPEN311_OPEN_LIMIT", 600);
    private readonly Lock turn = new();
    private readonly Dictionary<string, int> calls = [];
    private long window;

    /// <summary>Counts one call; refused where the client has used up its minute.</summary>
    public TooManyCalls? Count(ApiCaller caller, string? address)
    {
        var most = caller.Key is null ? without : withKey;
        // 0 sets no limit.
        if (most <= 0)
            return null;
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var client = caller.Key?.ToString() ?? address ?? "";
        lock (turn)
        {
            if (now / Window != window)
            {
                window = now / Window;
                calls.Clear();
            }
            var count = calls.GetValueOrDefault(client) + 1;
            calls[client] = count;
            return count > most ? new TooManyCalls((int)(Window - now % Window)) : null;
        }
    }
}
