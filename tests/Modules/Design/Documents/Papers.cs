using Suiying.Design.Documents;

namespace Suiying.Tests.Design.Documents;

/// <summary>Documents for tests.</summary>
internal static class Papers
{
    public static readonly DateTimeOffset Made = new(2026, 7, 15, 8, 0, 0, TimeSpan.FromHours(8));

    public static DocumentFonts Fonts => DocumentFonts.OfMachine ?? throw new InvalidOperationException("fonts-noto-cjk is missing.");

    /// <summary>One of each part, with a table of so many rows.</summary>
    public static PrintedDocument Of(int rows) =>
        new()
        {
            Title = "12345热线日报",
            Under = ["2026年第196期", "2026年7月14日"],
            Mark = "演示数据",
            Foot = "随应",
            Parts =
            [
                new DocumentHeading("一、总体情况"),
                new DocumentParagraph("7月14日共登记诉求312件，比前7日日均多3.1件。"),
                new DocumentFigures([
                    new DocumentFigure("登记", "312件", "含今天在内", "/rows?figure=Received"),
                    new DocumentFigure("按期答复率", "98.1%", "n=270"),
                ]),
                new DocumentCurve(
                    "近14天",
                    "按登记日",
                    "日期",
                    ["7月12日", "7月13日", "7月14日"],
                    [new DocumentLine("登记", [290, 301, 312]), new DocumentLine("终结", [280, 0, 305])]
                ),
                new DocumentTable(
                    "按县（市、区）",
                    [new DocumentColumn("县（市、区）"), new DocumentColumn("登记", Number: true)],
                    [
                        .. Enumerable
                            .Range(1, rows)
                            .Select(i => (IReadOnlyList<DocumentCell>)[new DocumentCell($"第{i}县"), new DocumentCell($"{i}", "/rows")]),
                    ],
                    "0的不列。"
                ),
            ],
        };
}
