using System.Globalization;
using System.Text;

namespace Suiying.Engines.Text;

/// <summary>A stretch of normalised text without a separator: either characters written without spaces, or one word of letters and digits.</summary>
/// <param name="Text">At least one character.</param>
/// <param name="Joined">True for scripts without spaces (Chinese, kana, hangul), which are cut into bigrams.</param>
/// <param name="FollowsDirectly">True where nothing stands between it and the run before.</param>
internal sealed record TextRun(string Text, bool Joined, bool FollowsDirectly)
{
    /// <summary>True for one character, be it of one or two UTF-16 units.</summary>
    public bool IsSingle => Text.Length == SizeAt(0);

    /// <summary>Where the last character begins.</summary>
    public int LastAt => char.IsLowSurrogate(Text[^1]) ? Text.Length - 2 : Text.Length - 1;

    /// <summary>Start and length of each two characters that stand side by side, surrogate pairs kept together.</summary>
    public IEnumerable<(int Start, int Length)> Pairs()
    {
        for (var start = 0; start < LastAt; start += SizeAt(start))
        {
            var first = SizeAt(start);
            yield return (start, first + SizeAt(start + first));
        }
    }

    /// <summary>Length of the first so many characters.</summary>
    public int LengthOf(int characters)
    {
        var length = 0;
        for (; characters > 0 && length < Text.Length; characters--)
            length += SizeAt(length);
        return length;
    }

    private int SizeAt(int index) => char.IsHighSurrogate(Text[index]) ? 2 : 1;
}

/// <summary>Cuts text into runs, the same way for what is indexed and for what is asked.</summary>
internal static class TextRuns
{
    public static IEnumerable<TextRun> Of(string text)
    {
        var run = new StringBuilder();
        var joined = false;
        var follows = false;

        foreach (var rune in NormalText.Of(text).EnumerateRunes())
        {
            var kind = KindOf(rune);
            if (kind is Kind.Ignored)
                continue;

            var continues = run.Length > 0 && kind is not Kind.Separator && joined == kind is Kind.Joined;
            if (!continues && run.Length > 0)
            {
                yield return new TextRun(run.ToString(), joined, follows);
                run.Clear();
                follows = kind is not Kind.Separator;
            }
            else if (kind is Kind.Separator)
            {
                follows = false;
            }

            if (kind is Kind.Separator)
                continue;

            joined = kind is Kind.Joined;
            run.Append(rune);
        }

        if (run.Length > 0)
            yield return new TextRun(run.ToString(), joined, follows);
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
