using System.Globalization;
using System.Text;

namespace Suiying.Engines.Text;

/// <summary>What residents typed, freed of what no keyboard means: control characters, halves of surrogate pairs, marks that turn text round.</summary>
public static class PlainText
{
    public static string Of(string? typed)
    {
        if (string.IsNullOrEmpty(typed))
            return "";
        var clean = new StringBuilder(typed.Length);
        foreach (var rune in typed.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !IsHarmful(rune))
                clean.Append(rune.ToString());
        }
        return clean.ToString().Trim();
    }

    /// <summary>The same on one line.</summary>
    public static string OneLine(string? typed) => Of(typed).Replace('\n', ' ').Replace('\t', ' ');

    private static bool IsHarmful(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        || rune.Value is >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 or 0xFEFF or 0xFFFD;
}
