using Suiying.Engines.Topics;

namespace Suiying.Understanding.Model;

/// <summary>Why two requests seem to be one matter, in words.</summary>
internal static class SameWords
{
    private const int WordsTold = 3;

    public static IReadOnlyList<Phrase> Of(MatchReasons reasons)
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
        if (!reasons.SameText && reasons.MatterWords is [_, ..] words)
            told.Add($"都说到{Quoted(words)}");
        if (told.Count == 0)
            told.Add($"说法相近");
        return told;
    }

    private static string Quoted(IReadOnlyList<string> words) => string.Concat(words.Take(WordsTold).Select(w => $"“{w}”"));
}
