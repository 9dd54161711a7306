using Suiying.Engines.Topics;

namespace Suiying.Understanding.Model;

/// <summary>Why two requests seem to be one matter, in words.</summary>
internal static class SameWords
{
    private const int WordsTold = 3;

    /// <param name="reasons">What both have in common.</param>
    /// <param name="area">Full name of the area that is asked about; pieces of it say nothing of the matter.</param>
    public static IReadOnlyList<Phrase> Of(MatchReasons reasons, string area)
    {
        var told = new List<Phrase>();
        if (reasons.SameText)
            told.Add($"内容相同");
        if (reasons.PlaceWords is [_, ..] places)
            told.Add($"同一地点{Quoted(places)}");
        else if (reasons.SamePlace)
            told.Add($"地点相近");
        if (reasons.SameConcern)
            told.Add($"同类问题");
        if (!reasons.SameText && Apart(reasons.MatterWords, area) is [_, ..] words)
            told.Add($"都说到{Quoted(words)}");
        if (told.Count == 0)
            told.Add($"说法相近");
        return told;
    }

    /// <summary>The words that share no two characters with the name of an area.</summary>
    public static IReadOnlyList<string> Apart(IReadOnlyList<string> words, string area)
    {
        var name = area.Replace(" ", "", StringComparison.Ordinal);
        return
        [
            .. words.Where(word =>
                !Enumerable.Range(0, Math.Max(0, word.Length - 1)).Any(at => name.AsSpan().IndexOf(word.AsSpan(at, 2)) >= 0)
            ),
        ];
    }

    private static string Quoted(IReadOnlyList<string> words) => string.Concat(words.Take(WordsTold).Select(w => $"“{w}”"));
}
