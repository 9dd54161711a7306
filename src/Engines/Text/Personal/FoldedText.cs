namespace Suiying.Engines.Text.Personal;

/// <summary>A text with one spelling for each sign, character by character, so that places in it are places in the original.</summary>
/// <param name="Plain">Full-width letters, digits and signs as their plain forms; upper and lower case as written.</param>
/// <param name="Digits">The same with numerals in words as digits, and with O and l typed for 0 and 1 beside digits.</param>
internal sealed record FoldedText(string Plain, string Digits)
{
    private const string Numerals = "零〇○一幺二三四五六七八九壹贰叁肆伍陆柒捌玖";

    public static FoldedText Of(string text)
    {
        var plain = string.Create(text.Length, text, static (span, source) => Fold(source, span));
        return new FoldedText(plain, string.Create(plain.Length, plain, static (span, source) => Count(source, span)));
    }

    /// <summary>Up to so many characters before a place, not beyond the clause.</summary>
    public ReadOnlySpan<char> Before(int at, int most)
    {
        var start = at;
        while (start > 0 && at - start < most && !IsStop(Plain[start - 1]))
            start--;
        return Plain.AsSpan(start, at - start);
    }

    /// <summary>Up to so many characters from a place on, not beyond the clause.</summary>
    public ReadOnlySpan<char> After(int at, int most)
    {
        var end = at;
        while (end < Plain.Length && end - at < most && !IsStop(Plain[end]))
            end++;
        return Plain.AsSpan(at, end - at);
    }

    public char At(int at) => at >= 0 && at < Plain.Length ? Plain[at] : '\0';

    public static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';

    public static bool IsStop(char c) => c is '。' or '！' or '？' or '；' or '!' or '?' or ';' or '\n' or '\r';

    private static void Fold(string source, Span<char> plain)
    {
        for (var i = 0; i < source.Length; i++)
            plain[i] = source[i] switch
            {
                >= '\uff01' and <= '\uff5e' and var wide and not ('！' or '？' or '；' or '，' or '：' or '（' or '）') => (char)(
                    wide - 0xfee0
                ),
                '：' => ':',
                '（' => '(',
                '）' => ')',
                '\u3000' or '\u00a0' or '\t' => ' ',
                '—' or '–' or '‐' or '‑' or '−' or '一' when IsDash(source, i) => '-',
                '·' or '•' or '・' or '‧' => '·',
                var c => c,
            };
    }

    /// <summary>A long dash, or the numeral 一 that was typed for one between digits.</summary>
    private static bool IsDash(string source, int i) =>
        source[i] != '一' || i > 0 && i + 1 < source.Length && char.IsDigit(source[i - 1]) && char.IsDigit(source[i + 1]);

    private static void Count(string plain, Span<char> digits)
    {
        for (var i = 0; i < plain.Length; i++)
        {
            var value = Numerals.IndexOf(plain[i], StringComparison.Ordinal);
            digits[i] = value >= 0 ? Value(value) : plain[i];
        }
        // From left and from right, so that a chain of O beside one digit is read whole.
        for (var i = 1; i < digits.Length; i++)
            Mend(digits, i, digits[i - 1]);
        for (var i = digits.Length - 2; i >= 0; i--)
            Mend(digits, i, digits[i + 1]);
    }

    private static char Value(int numeral) => "0001123456789123456789"[numeral];

    private static void Mend(Span<char> digits, int at, char beside)
    {
        if (!char.IsAsciiDigit(beside))
            return;
        if (digits[at] is 'O' or 'o')
            digits[at] = '0';
        else if (digits[at] is 'l' or 'I')
            digits[at] = '1';
    }
}
