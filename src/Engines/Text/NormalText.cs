using System.Globalization;
using System.Text;

namespace Suiying.Engines.Text;

/// <summary>One spelling for what people type in many ways: ＡＢＣ１２３, ABC123 and abc123 become the same.</summary>
public static class NormalText
{
    /// <summary>
    /// Unicode NFKC (full-width to half-width, ligatures and compatibility ideographs to their plain forms), lower case, digits of every
    /// script to 0–9. Accepts any string, broken surrogates included. Simplified and traditional characters stay different.
    /// </summary>
    public static string Of(string text)
    {
        // Normalize throws on half a surrogate pair and on U+FFFE, and a form can send both.
        var whole = Whole(text);
        return HalfWidthDigits(whole.Normalize(NormalizationForm.FormKC).ToLowerInvariant());
    }

    /// <summary>Digits of every script, full-width １２３ among them, to 0–9; all else stays.</summary>
    public static string HalfWidthDigits(string text)
    {
        if (!text.Any(c => (c > '9' && char.IsDigit(c)) || char.IsSurrogate(c)))
            return text;

        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber)
                result.Append((int)Rune.GetNumericValue(rune));
            else
                result.Append(rune);
        }
        return result.ToString();
    }

    /// <summary>Half surrogate pairs and U+FFFE replaced by U+FFFD.</summary>
    private static string Whole(string text)
    {
        if (!text.Any(c => char.IsSurrogate(c) || c is '\uFFFE'))
            return text;

        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            result.Append(rune.Value is 0xFFFE ? Rune.ReplacementChar : rune);
        return result.ToString();
    }
}
