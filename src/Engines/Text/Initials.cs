using System.Text;

namespace Suiying.Engines.Text;

/// <summary>
/// 首字母: the first letters of a Chinese name's syllables, so that 东关 is found by dg without an input method. The 3,755 common characters of GB 2312-80
/// stand in the order of their pinyin, from which the letter follows; of a rarer character it is not known, and any letter fits. A character with two
/// readings has the one by which the standard sorts it. Pure and thread-safe.
/// </summary>
public static class Initials
{
    /// <summary>Stands for a character whose reading is not known.</summary>
    public const char Any = '?';

    private const int FirstCommon = 0xB0A1;
    private const int LastCommon = 0xD7F9;

    /// <summary>GB 2312 code of the first character of each letter; no syllable begins with i, u or v.</summary>
    private static readonly (int From, char Letter)[] Letters =
    [
        (0xB0A1, 'a'),
        (0xB0C5, 'b'),
        (0xB2C1, 'c'),
        (0xB4EE, 'd'),
        (0xB6EA, 'e'),
        (0xB7A2, 'f'),
        (0xB8C1, 'g'),
        (0xB9FE, 'h'),
        (0xBBF7, 'j'),
        (0xBFA6, 'k'),
        (0xC0AC, 'l'),
        (0xC2E8, 'm'),
        (0xC4C3, 'n'),
        (0xC5B6, 'o'),
        (0xC5BE, 'p'),
        (0xC6DA, 'q'),
        (0xC8BB, 'r'),
        (0xC8F6, 's'),
        (0xCBFA, 't'),
        (0xCDDA, 'w'),
        (0xCEF4, 'x'),
        (0xD1B9, 'y'),
        (0xD4D1, 'z'),
    ];

    // Ships with the runtime; asked for by its code, so that nothing has to be registered for the whole process.
    private static readonly Encoding Chinese = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    /// <summary>One letter or digit for each character, in small letters; <see cref="Any"/> where it is not known.</summary>
    public static string Of(string name) =>
        string.Create(
            name.Length,
            name,
            (letters, from) =>
            {
                for (var i = 0; i < from.Length; i++)
                    letters[i] = Of(from[i]);
            }
        );

    /// <summary>True where what was typed may be the beginning of these letters.</summary>
    public static bool Begin(string initials, string typed) =>
        typed.Length <= initials.Length && typed.Select((letter, i) => initials[i] == Any || initials[i] == letter).All(fits => fits);

    private static char Of(char character)
    {
        if (char.IsAsciiLetterOrDigit(character))
            return char.ToLowerInvariant(character);
        Span<byte> bytes = stackalloc byte[4];
        if (Chinese.GetBytes([character], bytes) != 2)
            return Any;
        var code = bytes[0] << 8 | bytes[1];
        return code is < FirstCommon or > LastCommon ? Any : Array.FindLast(Letters, l => l.From <= code).Letter;
    }
}
