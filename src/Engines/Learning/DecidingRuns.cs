namespace Suiying.Engines.Learning;

/// <summary>Makes words of characters that spoke for a label.</summary>
internal static class DecidingRuns
{
    /// <summary>Of what the characters that spoke for it said on average, this much lets a word go on.</summary>
    private const float Enough = 0.5f;

    /// <summary>A longer stretch is no word any more.</summary>
    private const int Longest = 12;

    /// <summary>The weightiest stretches, each text once; single characters only where there is nothing longer.</summary>
    public static IReadOnlyList<DecidingWord> Of(string text, float[] spoken, int most)
    {
        var enough = Enough * spoken.Where(weight => weight > 0).DefaultIfEmpty().Average();
        var runs = Runs(text, spoken, enough)
            .GroupBy(run => text.Substring(run.Start, run.Length), StringComparer.Ordinal)
            .Select(same => new DecidingWord(same.Key, same.Sum(run => spoken.AsSpan(run.Start, run.Length).ToArray().Sum(w => (double)w))))
            .OrderByDescending(word => word.Weight)
            .ToList();
        var words = runs.Where(word => word.Text.Length > 1).ToList();
        return [.. (words.Count > 0 ? words : runs).Take(most)];
    }

    private static IEnumerable<(int Start, int Length)> Runs(string text, float[] spoken, float enough)
    {
        for (var start = 0; start < text.Length; start++)
        {
            if (spoken[start] <= enough || char.IsSurrogate(text[start]))
                continue;
            var end = start + 1;
            while (end < text.Length && end - start < Longest && spoken[end] > enough && !char.IsSurrogate(text[end]))
                end++;
            yield return (start, end - start);
            start = end - 1;
        }
    }
}
