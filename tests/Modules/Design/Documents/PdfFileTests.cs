using Suiying.Design.Documents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace Suiying.Tests.Design.Documents;

/// <summary>PDF as another program reads it.</summary>
public sealed class PdfFileTests
{
    [Fact]
    public void What_stands_in_a_PDF_can_be_searched_character_for_character()
    {
        using var pdf = PdfDocument.Open(PdfFile.Of(Papers.Of(3), Papers.Fonts, Papers.Made));

        var page = Assert.Single(pdf.GetPages());
        var text = ContentOrderTextExtractor.GetText(page).Replace(" ", "");
        // 日 and the radical ⽇ share a glyph; a file that tells the radical is not found by whoever searches 日报.
        foreach (
            var part in (string[])
                [
                    "12345热线日报",
                    "2026年第196期",
                    "演示数据",
                    "一、总体情况",
                    "7月14日共登记诉求312件",
                    "按期答复率",
                    "98.1%",
                    "第3县",
                    "1/1",
                ]
        )
            Assert.Contains(part, text);
        Assert.Equal("12345热线日报", pdf.Information.Title);
        Assert.Equal((595, 842), ((int)page.Width, (int)page.Height));
    }

    [Fact]
    public void A_long_table_goes_on_over_pages_that_each_repeat_its_head_and_the_mark()
    {
        using var pdf = PdfDocument.Open(PdfFile.Of(Papers.Of(120), Papers.Fonts, Papers.Made));

        var pages = pdf.GetPages().Select(p => ContentOrderTextExtractor.GetText(p).Replace(" ", "")).ToList();
        Assert.True(pages.Count >= 3);
        Assert.All(pages, text => Assert.Contains("演示数据", text));
        Assert.All(pages, text => Assert.Contains("县（市、区）", text));
        Assert.All(Enumerable.Range(1, 120), i => Assert.Contains(pages, text => text.Contains($"第{i}县")));
        Assert.Contains($"{pages.Count}/{pages.Count}", pages[^1]);
    }

    [Fact]
    public void Nothing_is_drawn_outside_of_the_page()
    {
        var wide = Papers.Of(1) with
        {
            Title = string.Concat(Enumerable.Repeat("关于几个县集中反映供暖问题的专报", 4)),
            Parts =
            [
                new DocumentParagraph(string.Concat(Enumerable.Repeat("很长的一段话，", 200)) + new string('x', 400)),
                new DocumentTable(
                    "宽表",
                    [.. Enumerable.Range(0, 9).Select(i => new DocumentColumn($"第{i}列的名称很长", Number: i > 0))],
                    [
                        [
                            .. Enumerable
                                .Range(0, 9)
                                .Select(i => new DocumentCell(
                                    i == 0 ? string.Concat(Enumerable.Repeat("单位名称", 12)) : $"{i * 1234567}"
                                )),
                        ],
                    ]
                ),
            ],
        };

        using var pdf = PdfDocument.Open(PdfFile.Of(wide, Papers.Fonts, Papers.Made));

        foreach (var letter in pdf.GetPages().SelectMany(p => p.Letters))
        {
            Assert.InRange(letter.StartBaseLine.X, 40, 555);
            Assert.InRange(letter.StartBaseLine.Y, 20, 820);
        }
    }
}
