using System.Text;

namespace Suiying.Engines.Topics;

/// <summary>A request's text in one spelling: title, a break, body.</summary>
internal readonly struct FoldedText
{
    private FoldedText(string text, int titleLength) => (Text, TitleLength) = (text, titleLength);

    public string Text { get; }

    public int TitleLength { get; }

    public static FoldedText Of(MatterItem item)
    {
        var title = Fold(item.Title, MatterItem.LongestTitle);
        return new FoldedText(title + "\n" + Fold(item.Body, MatterItem.LongestBody), title.Length);
    }

    /// <summary>True for a character of a script without spaces. Both halves of a surrogate pair count, so rare characters are two of them.</summary>
    public static bool IsJoined(char c) =>
        c is (>= '\u3005' and <= '\u31FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uAC00' and <= '\uDFFF' and not '\uFFFD');

    /// <summary>True for a letter or digit that makes words.</summary>
    public static bool IsWord(char c) => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') || (c < '\u2E80' && char.IsLetterOrDigit(c));

    /// <summary>Unicode NFKC in small letters; what no keyboard means becomes a break, so any string is accepted.</summary>
    private static string Fold(string text, int longest)
    {
        var whole = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var rune in text.AsSpan(0, Math.Min(text.Length, longest)).EnumerateRunes())
            whole.Append(rune.Value is 0xFFFE || Rune.IsControl(rune) ? new Rune(' ') : rune);
        return whole.ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant();
    }
}
