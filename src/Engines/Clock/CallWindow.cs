namespace Suiying.Engines.Clock;

/// <summary>Counts calls of each client in windows of one minute, in this process.</summary>
public sealed class CallWindow(TimeProvider time)
{
    private const int Length = 60;

    private readonly Lock turn = new();
    private readonly Dictionary<string, int> calls = new(StringComparer.Ordinal);
    private long window;

    /// <summary>Counts one call; the seconds to wait where the client has used up its minute, else null.</summary>
    /// <param name="client">Who calls, and what for where that is counted apart.</param>
    /// <param name="most">Calls in a minute; 0 sets no limit.</param>
    public int? Count(string client, int most)
    {
        if (most <= 0)
            return null;
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        lock (turn)
        {
            if (now / Length != window)
            {
                window = now / Length;
                calls.Clear();
            }
            var count = calls.GetValueOrDefault(client) + 1;
            calls[client] = count;
            return count > most ? (int)(Length - now % Length) : null;
        }
    }
}
