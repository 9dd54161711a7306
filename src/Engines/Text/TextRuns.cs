using System.Globalization;
using System.Text;

namespace Suiying.Engines.Text;

/// <summary>A stretch of normalised text without a separator: either characters written without spaces, or one word of letters and digits.</summary>
/// <param name="Runes">One character each, surrogate pairs kept together; at least one.</param>
/// <param name="Joined">True for scripts without spaces (Chinese, kana, hangul), which are cut into bigrams.</param>
/// <param name="FollowsDirectly">True where nothing stands between it and the run before.</param>
internal sealed record TextRun(IReadOnlyList<string> Runes, bool Joined, bool FollowsDirectly);

/// <summary>Cuts text into runs, the same way for what is indexed and for what is asked.</summary>
internal static class TextRuns
{
    public static IEnumerable<TextRun> Of(string text)
    {
        var runes = new List<string>();
        var joined = false;
        var follows = false;

        foreach (var rune in NormalText.Of(text).EnumerateRunes())
        {
            var kind = KindOf(rune);
            if (kind is Kind.Ignored)
                continue;

            var continues = runes.Count > 0 && kind is not Kind.Separator && joined == kind is Kind.Joined;
            if (!continues && runes.Count > 0)
            {
                yield return new TextRun(runes, joined, follows);
                runes = [];
                follows = kind is not Kind.Separator;
            }
            else if (kind is Kind.Separator)
            {
                follows = false;
            }

            if (kind is Kind.Separator)
                continue;

            joined = kind is Kind.Joined;
            runes.Add(rune.ToString());
        }

        if (runes.Count > 0)
            yield return new TextRun(runes, joined, follows);
    }

    private enum Kind
    {
        Separator,
        Ignored,
        Word,
        Joined,
    }

    private static Kind KindOf(Rune rune) =>
        Rune.GetUnicodeCategory(rune) switch
        {
            // Accents that NFKC left standing alone, zero-width characters, soft hyphens: invisible in a search box, so they may not decide.
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => Kind.Ignored,
            UnicodeCategory.LowercaseLetter
            or UnicodeCategory.UppercaseLetter
            or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter
            or UnicodeCategory.OtherLetter
            or UnicodeCategory.DecimalDigitNumber
            or UnicodeCategory.LetterNumber
            or UnicodeCategory.OtherNumber => IsWrittenWithoutSpaces(rune.Value) ? Kind.Joined : Kind.Word,
            _ => Kind.Separator,
        };

    /// <summary>Blocks of Unicode 16: radicals, kana, bopomofo, hangul, all ideographs and their supplements (planes 2 and 3).</summary>
    private static bool IsWrittenWithoutSpaces(int value) =>
        value
            is (>= 0x2E80 and <= 0x2FDF)
                or (>= 0x3005 and <= 0x31FF)
                or (>= 0x3400 and <= 0x4DBF)
                or (>= 0x4E00 and <= 0x9FFF)
                or (>= 0xAC00 and <= 0xD7AF)
                or (>= 0xF900 and <= 0xFAFF)
                or (>= 0x1B000 and <= 0x1B16F)
                or (>= 0x20000 and <= 0x3FFFF);
}
