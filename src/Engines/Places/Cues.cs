namespace Suiying.Engines.Places;

/// <summary>
/// Words that say what a place is to the matter: where it lies (位于, 反映的是), or only where somebody comes from, works or is going (老家, 户口, 去…方向).
/// </summary>
internal static class Cues
{
    private const int Reach = 12;

    private static readonly (string Words, double Weight)[] Directly =
    [
        ("不是", -3),
        ("我是", -1),
        ("俺是", -1),
        ("家是", -1),
        ("本人是", -1),
        ("我叫", -1),
        ("在", 0.7),
        ("到", 0.7),
        ("去", 0.7),
        ("来", 0.5),
        ("于", 0.7),
        ("住", 0.4),
        ("向", -1),
        ("往", -0.5),
        ("离", -1),
        ("跟", -1),
    ];

    private static readonly (string Words, double Weight)[] Before =
    [
        ("老家", -2),
        ("娘家", -2),
        ("婆家", -1),
        ("户口", -2),
        ("户籍", -2),
        ("籍贯", -2),
        ("原籍", -2),
        ("原来住", -2),
        ("以前住", -2),
        ("原先住", -2),
        ("从", -1.5),
        ("人住", -1),
        ("网购", -2),
        ("说的是", 2),
        ("说的", 1),
        ("反映", 1.5),
        ("投诉", 1),
        ("地址", 2),
        ("位于", 2),
        ("坐落", 2),
        ("地点", 2),
        ("发生", 2),
        ("房子", 1),
        ("搬到", 2),
        ("搬去", 2),
        ("搬进", 2),
        ("嫁到", 2),
        ("迁到", 2),
        ("转到", 1.5),
        ("路过", 1.5),
        ("经过", 1.5),
        ("现在", 1),
        ("现住", 1.5),
        ("那边", 0.5),
        ("上游", 0.5),
    ];

    private static readonly (string Words, double Weight)[] Behind =
    [
        ("人民", 0),
        ("人", -1.5),
        ("方向", -2),
        ("上班", -1),
        ("打工", -0.7),
        ("工作", -1),
        ("上学", 0),
        ("户口", -2),
        ("户籍", -2),
        ("的亲戚", -1),
        ("那边", 0.3),
        ("这边", 0.5),
        ("住", -0.3),
        ("搬到", -2),
        ("搬去", -2),
        ("到", -1),
        ("往", -1),
        ("买", 0.3),
    ];

    /// <summary>Above 0 speaks for the place of the matter, below against it.</summary>
    /// <param name="text">The text that was read.</param>
    /// <param name="at">Where the names begin.</param>
    /// <param name="end">Where they end.</param>
    public static double Weight(string text, int at, int end)
    {
        var from = at;
        while (from > 0 && at - from < Reach && !Surroundings.ClauseBreak(text[from - 1]))
            from--;
        var before = text.AsSpan(from, at - from);
        var after = text.AsSpan(end);
        var weight = Direct(before);
        foreach (var (words, value) in Before)
            if (before.IndexOf(words) >= 0 && !(words == "从" && before.IndexOfAny('到', '去') > before.IndexOf('从')))
                weight += value;
        foreach (var (words, value) in Behind)
            if (after.StartsWith(words))
                return weight + value;
        return weight;
    }

    private static double Direct(ReadOnlySpan<char> before)
    {
        foreach (var (words, value) in Directly)
            if (before.EndsWith(words))
                return value;
        return 0;
    }
}
