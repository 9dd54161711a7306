using Suiying.Engines.Text;

namespace Suiying.Requests.Model;

/// <summary>相似: which words a text says, to count how many two texts share.</summary>
public static class Likeness
{
    /// <summary>Pairs of characters and whole words; a single character says too little.</summary>
    public static HashSet<string> Words(string text) =>
        Bigrams.ForIndex(text).Split(' ').Where(word => word.Length > 1).ToHashSet(StringComparer.Ordinal);
}
