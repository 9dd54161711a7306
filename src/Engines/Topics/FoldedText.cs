using System.Buffers;
using System.Text;

namespace Suiying.Engines.Topics;

/// <summary>A request's text in one spelling: title, a break, body.</summary>
internal readonly struct FoldedText
{
    /// <summary>Control characters, halves of surrogate pairs, and what is no character: texts with these are mended, the others need not be.</summary>
    private static readonly SearchValues<char> Unusual = SearchValues.Create([
        .. Enumerable
            .Range(0, char.MaxValue + 1)
            .Select(c => (char)c)
            .Where(c => char.IsControl(c) || char.IsSurrogate(c) || c == '\uFFFE'),
    ]);

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
        var read = text.AsSpan(0, Math.Min(text.Length, longest));
        return (read.IndexOfAny(Unusual) < 0 ? read.ToString() : Usual(read)).Normalize(NormalizationForm.FormKC).ToLowerInvariant();
    }

    private static string Usual(ReadOnlySpan<char> text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            whole.Append(rune.Value is 0xFFFE || Rune.IsControl(rune) ? " " : rune.ToString());
        return whole.ToString();
    }
}
