using System.Collections.Concurrent;

namespace Suiying.Requests.Model;

/// <summary>
/// Counts wrong query codes by where they come from and for which number: ten in ten minutes, then a pause. Kept in memory only, since an
/// address is personal data and a restart forgives nothing worth guessing.
/// </summary>
public sealed class WrongTries(TimeProvider time)
{
    public const int Most = 10;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private const int MostKept = 50_000;

    private readonly ConcurrentDictionary<string, (DateTimeOffset Since, int Count)> tries = new(StringComparer.Ordinal);

    public bool TooMany(params ReadOnlySpan<string> keys)
    {
        var now = time.GetUtcNow();
        foreach (var key in keys)
        {
            if (tries.TryGetValue(key, out var seen) && seen.Count >= Most && now - seen.Since < Window)
                return true;
        }
        return false;
    }

    public void Count(params ReadOnlySpan<string> keys)
    {
        var now = time.GetUtcNow();
        if (tries.Count > MostKept)
            Forget(now);
        foreach (var key in keys)
            tries.AddOrUpdate(key, (now, 1), (_, seen) => now - seen.Since < Window ? (seen.Since, seen.Count + 1) : (now, 1));
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, seen) in tries)
        {
            if (now - seen.Since >= Window)
                tries.TryRemove(key, out _);
        }
        // Somebody sends from very many addresses: forgetting all keeps the memory, the codes are long enough.
        if (tries.Count > MostKept)
            tries.Clear();
    }
}
