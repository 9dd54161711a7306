namespace Suiying.Design;

/// <summary>Invented numbers for the style page of charts.</summary>
internal static class ChartSamples
{
    public static ChartPicture Lines { get; } = ChartPicture.Lines([new(0), new(1), new(2, Band: true), new(3)]) with { Most = 100 };

    public static ChartPicture Bars { get; } = ChartPicture.Bars(1) with { Most = 100, Suffix = "%" };

    public static ChartPicture Columns { get; } = ChartPicture.Columns(0, 1);

    public static ChartTable Months { get; } =
        new()
        {
            Caption = "示例街道办事处：各月得分和三率",
            Head = "考核月",
            Columns = ["得分", "响应率", "解决率", "满意率"],
            Rows =
            [
                .. new[]
                {
                    (81, 96, 74, 82),
                    (79, 95, 71, 80),
                    (84, 97, 78, 85),
                    (0, 0, 0, 0),
                    (86, 98, 80, 88),
                    (88, 97, 84, 87),
                    (91, 99, 88, 91),
                }.Select(
                    (m, i) =>
                        new ChartRow(
                            $"2026-{i + 1:00}",
                            [Score(m.Item1), Share(m.Item2), Share(m.Item3, 9), Share(m.Item4)],
                            m.Item1 == 0 ? null : "/design/charts"
                        )
                ),
            ],
        };

    public static ChartTable Units { get; } =
        new()
        {
            Caption = "示例区各街道的解决率",
            Head = "单位",
            Columns = ["有效回访", "解决率"],
            Rows =
            [
                .. new[]
                {
                    ("和平路街道", 212, 93, 4),
                    ("东关大街街道", 96, 91, 6),
                    ("百花街道", 41, 84, 11),
                    ("新市街道（含开发区代管的三个社区）", 18, 78, 19),
                    ("西关街道", 7, 57, 32),
                }.Select(u => new ChartRow(u.Item1, [new(Moments.Count(u.Item2), u.Item2), Share(u.Item3, u.Item4)], "/design/charts")),
            ],
        };

    public static ChartTable Hours { get; } =
        new()
        {
            Caption = "答复时离期限还有几小时",
            Head = "小时",
            Columns = ["件数", "应有件数"],
            Rows =
            [
                .. new[]
                {
                    (64, 31),
                    (33, 30),
                    (28, 29),
                    (27, 28),
                    (25, 26),
                    (26, 25),
                    (22, 23),
                    (19, 21),
                    (20, 19),
                    (16, 17),
                    (15, 15),
                    (12, 13),
                }.Select((h, i) => new ChartRow($"{i}–{i + 1}", [Number(h.Item1), Number(h.Item2)])),
            ],
        };

    private static ChartCell Number(int value) => new(Moments.Count(value), value);

    private static ChartCell Score(int value) => value == 0 ? new("—") : new(Moments.Tenths(value), value);

    private static ChartCell Share(int percent, int off = 0)
    {
        if (percent == 0)
            return new("—");
        var (low, high) = (percent - off, Math.Min(100, percent + off));
        return new(
            Moments.Percent(percent / 100d),
            percent,
            off == 0 ? null : new(low, high, $"{Moments.Percent(low / 100d)}–{Moments.Percent(high / 100d)}")
        );
    }
}
