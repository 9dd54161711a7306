namespace Suiying.Engines.Topics;

/// <summary>Numbers that tell neighbours apart: 5栋, 3号楼, A座, 二期, 一单元, 五组, 208路, 3号线. Chinese numerals are the same as digits.</summary>
internal static class NumberFinder
{
    private const string Numerals = "零一二三四五六七八九十";

    private const int OrdinalReach = 4;

    private static readonly string[] Numbered = ["小学", "中学", "医院", "学校", "幼儿园", "中"];

    private static readonly (string Word, PlaceKind Kind)[] Words =
    [
        ("号楼", PlaceKind.Building),
        ("号栋", PlaceKind.Building),
        ("栋", PlaceKind.Building),
        ("幢", PlaceKind.Building),
        ("座", PlaceKind.Building),
        ("单元", PlaceKind.Unit),
        ("期", PlaceKind.Phase),
        ("组", PlaceKind.Group),
        ("号线", PlaceKind.Line),
        ("路", PlaceKind.Line),
    ];

    /// <summary>Kind, value (letters after the numbers), and where the number begins.</summary>
    public static IEnumerable<(PlaceKind Kind, int Value, int Start)> Numbers(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsDigit(text[at]) || (at > 0 && IsDigit(text[at - 1])))
                continue;
            var end = at;
            while (end < text.Length && IsDigit(text[end]))
                end++;
            if (Value(text.AsSpan(at, end - at)) is { } value && (Kind(text, at, end) ?? Ordinal(text, at, end)) is { } kind)
                yield return (kind, value, at);
            at = end - 1;
        }
    }

    private static PlaceKind? Kind(string text, int start, int end)
    {
        foreach (var (word, kind) in Words)
        {
            if (string.CompareOrdinal(text, end, word, 0, word.Length) != 0)
                continue;
            var letter = text[start] is >= 'a' and <= 'z';
            var fits = kind switch
            {
                // 三座 counts things, A座 names one.
                PlaceKind.Building => word != "座" || text[start] is <= 'z',
                // 一路 is a way, 208路 a line.
                PlaceKind.Line => text[start] is >= '0' and <= '9',
                // 星期一期间
                PlaceKind.Phase => start == 0 || text[start - 1] is not ('第' or '周' or '个'),
                _ => !letter,
            };
            return fits ? kind : null;
        }
        return null;
    }

    /// <summary>第五实验小学 and 第三人民医院 are told apart by their number alone.</summary>
    private static PlaceKind? Ordinal(string text, int start, int end)
    {
        if (start == 0 || text[start - 1] != '第')
            return null;
        var after = text.Substring(end, Math.Min(OrdinalReach, text.Length - end));
        return Numbered.Any(word => after.Contains(word, StringComparison.Ordinal)) ? PlaceKind.Ordinal : null;
    }

    private static bool IsDigit(char c) =>
        c is (>= '0' and <= '9') or (>= 'a' and <= 'z') || Numerals.Contains(c, StringComparison.Ordinal);

    /// <summary>Null for what is no number below 10,000 and no single letter, perhaps with a number.</summary>
    private static int? Value(ReadOnlySpan<char> digits)
    {
        if (digits.Length > 4)
            return null;
        var value = 0;
        var letter = 0;
        foreach (var c in digits)
        {
            if (c is >= 'a' and <= 'z')
            {
                if (letter > 0 || value > 0)
                    return null;
                letter = c - 'a' + 1;
            }
            else
            {
                value = Next(value, c);
            }
        }
        return letter * 100_000 + value;
    }

    private static int Next(int value, char c)
    {
        if (c is >= '0' and <= '9')
            return value * 10 + c - '0';
        var numeral = Numerals.IndexOf(c, StringComparison.Ordinal);
        if (numeral == 10)
            return Math.Max(1, value) * 10;
        return value % 10 == 0 ? value + numeral : value * 10 + numeral;
    }
}
