using System.Globalization;

namespace Suiying.Engines.Learning;

/// <summary>One spelling for each character, so that ＡＢ１２, ab12 and AB98 give the same grams. One character becomes one, so that places in the text stay.</summary>
internal static class Folding
{
    /// <summary>What stands between words and is skipped, as if its neighbours stood side by side.</summary>
    public const char Skipped = '\0';

    private const char AnyDigit = '0';
    private const int FullWidth = 0xFEE0;

    private static readonly char[] Folded = Make();

    public static char Of(char c) => Folded[c];

    private static char[] Make()
    {
        var table = new char[char.MaxValue + 1];
        for (var c = 0; c <= char.MaxValue; c++)
            table[c] = Fold(c is >= 0xFF01 and <= 0xFF5E ? (char)(c - FullWidth) : (char)c);
        return table;
    }

    private static char Fold(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.DecimalDigitNumber => AnyDigit,
            UnicodeCategory.LowercaseLetter
            or UnicodeCategory.UppercaseLetter
            or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter
            or UnicodeCategory.OtherLetter
            or UnicodeCategory.LetterNumber
            or UnicodeCategory.OtherNumber
            // Half of an ideograph outside the first plane, of an emoji, or alone: as good as any other character.
            or UnicodeCategory.Surrogate => char.ToLowerInvariant(c),
            _ => Skipped,
        };
}
