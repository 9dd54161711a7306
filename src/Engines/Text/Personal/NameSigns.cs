namespace Suiying.Engines.Text.Personal;

/// <summary>What stands around a possible name and how much it speaks for one.</summary>
internal static class NameSigns
{
    /// <summary>The weight of words after which only a name can stand.</summary>
    public const double Called = 2.5;

    /// <summary>How much what stands before speaks for a name.</summary>
    public static double Leads(FoldedText text, int at)
    {
        var before = text.Before(at, 8).TrimEnd(" :\"“'(");
        if (before.Length == 0)
            return 0.5;
        // A space, a colon or a bracket begins something.
        var begins = FoldedText.IsHan(text.At(at - 1)) || char.IsAsciiLetterOrDigit(text.At(at - 1)) ? 0 : 0.5;
        if (EndsWithAny(before, NameWords.Called) || EndsWithAny(before.TrimEnd("是为"), NameWords.Called))
            return Called;
        if (EndsWithAny(before, NameWords.Roles))
            return 1.5;
        // 找过, 问了, 联系到
        if (EndsWithAny(before, NameWords.Prepositions) || EndsWithAny(before.TrimEnd("过了着到"), NameWords.Prepositions))
            return 0.8;
        return before[^1] == '的' ? 0.5 : Math.Max(begins, FoldedText.IsHan(before[^1]) || char.IsAsciiLetterOrDigit(before[^1]) ? 0 : 0.5);
    }

    /// <summary>How much what follows speaks for a name.</summary>
    public static double Follows(FoldedText text, int at)
    {
        var after = text.After(at, 7);
        var trimmed = after.TrimStart(" ");
        if (trimmed.Length == 0)
            return 0.5;
        var ends = after[0] == ' ' ? 0.5 : 0;
        foreach (var title in NameWords.Titles)
        {
            if (title.Length > 1 && trimmed.StartsWith(title, StringComparison.Ordinal))
                return 2.5;
        }
        // 王建国138 0000 1234, but not 荆苑5-1-602.
        if (char.IsAsciiDigit(trimmed[0]))
            return trimmed.IndexOfAnyExceptInRange('0', '9') is -1 or >= 3 ? 1.2 : 0;
        foreach (var act in NameWords.Acts)
        {
            if (trimmed.StartsWith(act, StringComparison.Ordinal))
                return act.Length > 1 || "说称骂把男女住收欠拿".Contains(act[0], StringComparison.Ordinal) ? 1.0
                    : FoldedText.IsHan(act[0]) ? 0.3
                    : 0.5;
        }
        return FoldedText.IsHan(trimmed[0]) ? ends : 0.5;
    }

    public static bool EndsWithAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.EndsWith(word, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    /// <summary>How much an everyday word at this place speaks against a name: 高峰 is seldom a person, 安国强 may be.</summary>
    public static double LikeAWord(FoldedText text, int at, int end)
    {
        var from = text.Plain.AsSpan(at);
        var length = end - at;
        var longest = 0;
        foreach (var word in NameWords.WordsBy[text.At(at)])
        {
            if (word.Length > longest && from.StartsWith(word, StringComparison.Ordinal))
                longest = word.Length;
        }
        if (longest == 0)
            return length == 3 && NameWords.Words.Contains(text.Plain.Substring(at + 1, 2)) ? 0.8 : 0;
        return longest > length ? 3
            : longest == length ? 0.7
            : 1.2;
    }

    public static bool StartsWithWord(FoldedText text, int at)
    {
        var from = text.Plain.AsSpan(at);
        foreach (var word in NameWords.WordsBy[text.At(at)])
        {
            if (from.StartsWith(word, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    /// <summary>The surname ends another word: 工程, 及时, 多少钱.</summary>
    public static bool IsPartOfWord(FoldedText text, int at)
    {
        for (var length = 2; length <= 4 && at + 1 >= length; length++)
        {
            if (NameWords.Ending.Contains(text.Plain.Substring(at + 1 - length, length)))
                return true;
        }
        return false;
    }

    public static bool Begins(FoldedText text, int end, string[] words)
    {
        var after = text.After(end, 6);
        foreach (var word in words)
        {
            if (after.StartsWith(word, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
