using System.Collections.Concurrent;
using Suiying.Engines.Text;
using Suiying.Engines.Text.Personal;

namespace Suiying.Knowledge.Model;

/// <summary>
/// 使用统计: what was opened and what was not found, counted in this process until the timer writes it down, so that reading never writes.
/// </summary>
public sealed class KnowledgeTally
{
    /// <summary>More different words than that between two turns are somebody's program.</summary>
    private const int MostWords = 1000;

    private const int LongestNumber = 5;

    private ConcurrentDictionary<Guid, int> opened = new();
    private ConcurrentDictionary<string, int> missed = new(StringComparer.Ordinal);

    public void Opened(Guid item) => opened.AddOrUpdate(item, 1, (_, n) => n + 1);

    public void Missed(string words)
    {
        if (Kept(words) is { } plain && (missed.Count < MostWords || missed.ContainsKey(plain)))
            missed.AddOrUpdate(plain, 1, (_, n) => n + 1);
    }

    /// <summary>Hands over what was counted and begins anew.</summary>
    public (IReadOnlyDictionary<Guid, int> Opened, IReadOnlyDictionary<string, int> Missed) Take() =>
        (
            Interlocked.Exchange(ref opened, new ConcurrentDictionary<Guid, int>()),
            Interlocked.Exchange(ref missed, new ConcurrentDictionary<string, int>(StringComparer.Ordinal))
        );

    /// <summary>The words as they are counted; null where they may be about a person.</summary>
    internal static string? Kept(string words)
    {
        var plain = string.Join(' ', NormalText.Of(words).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return plain.Length is 0 or > MissedSearch.Longest || HasNumber(plain) || PersonalDataFinder.Find(words).Count > 0 ? null : plain;
    }

    private static bool HasNumber(string words)
    {
        var run = 0;
        foreach (var c in words)
        {
            run = char.IsDigit(c) ? run + 1 : 0;
            if (run > LongestNumber)
                return true;
        }
        return false;
    }
}
