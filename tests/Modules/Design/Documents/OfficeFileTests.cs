using CsCheck;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Suiying.Design.Documents;
using Suiying.Engines.Tables;

namespace Suiying.Tests.Design.Documents;

/// <summary>Word and Excel files, checked against Microsoft's own schemas and read by the readers of our imports.</summary>
public sealed class OfficeFileTests
{
    [Fact]
    public void A_Word_file_is_valid_and_holds_headings_tables_and_the_picture_of_a_curve()
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(WordFile.Of(Papers.Of(3), Papers.Fonts, "zh-CN")), false);

        Assert.Empty(Problems(word));
        var body = word.MainDocumentPart!.Document!.Body!;
        Assert.Equal(
            "12345热线日报",
            body.Elements<Paragraph>().First(p => p.ParagraphProperties?.ParagraphStyleId?.Val == "Title").InnerText
        );
        Assert.Equal(
            "一、总体情况",
            body.Elements<Paragraph>().First(p => p.ParagraphProperties?.ParagraphStyleId?.Val == "Heading1").InnerText
        );
        Assert.Contains("第3县", body.InnerText);
        // Figures, the curve's numbers, the table.
        Assert.Equal(3, body.Elements<Table>().Count());
        Assert.Single(word.MainDocumentPart.ImageParts);
        Assert.Equal("演示数据", word.MainDocumentPart.HeaderParts.Single().Header!.InnerText);
    }

    [Fact]
    public void An_Excel_workbook_is_valid_has_a_sheet_for_each_table_and_numbers_that_are_numbers()
    {
        var bytes = ExcelFile.Of(
            Papers.Of(3),
            "概况",
            [
                new Suiying.Design.Documents.Sheet(
                    "明细/一",
                    [
                        ["工单编号", "标题"],
                        ["130600260714000123", "=1+1"],
                    ]
                ),
            ]
        );
        using var book = SpreadsheetDocument.Open(new MemoryStream(bytes), false);

        Assert.Empty(Problems(book));
        var names = book.WorkbookPart!.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>()
            .Select(s => s.Name!.Value)
            .ToList();
        Assert.Equal(["概况", "近14天", "按县（市、区）", "明细一"], names);
        var cells = book
            .WorkbookPart.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>())
            .ToList();
        Assert.Contains(cells, c => c.CellValue?.Text == "312" && c.DataType is null);
        // A ticket's number is a code that Excel would round; what begins with = is a text.
        Assert.Contains(cells, c => c.InlineString?.InnerText == "130600260714000123");
        Assert.Contains(cells, c => c.InlineString?.InnerText == "=1+1");
        Assert.DoesNotContain(cells, c => c.CellFormula is not null);
    }

    [Theory]
    [InlineData("17.90")]
    [InlineData("1.0")]
    [InlineData("-0")]
    [InlineData("007")]
    [InlineData("+5")]
    [InlineData("-1.5")]
    [InlineData("0.25")]
    [InlineData("13800001234")]
    [InlineData("1e5")]
    public void A_code_that_looks_like_a_number_keeps_its_digits(string text)
    {
        var bytes = ExcelFile.Of([
            new Suiying.Design.Documents.Sheet(
                "表",
                [
                    ["甲"],
                    [text],
                ]
            ),
        ]);
        Assert.True(TableFile.TryRead(bytes, _ => [], out var table, out var problem), problem.ToString());
        Assert.Equal(text, Assert.Single(Assert.Single(table.Rows).Cells));
    }

    [Fact]
    public void Whatever_is_written_in_a_sheet_is_read_again()
    {
        var cell = Gen.String[Gen.OneOf(Gen.Char['0', '9'], Gen.Char['a', 'z'], Gen.Char['一', '龥'], Gen.Char["=-.\"<& "]), 1, 12]
            .Select(t => t.Trim().Length == 0 ? "空" : t.Trim());
        Gen.Select(cell, cell, cell)
            .List[1, 20]
            .Sample(
                rows =>
                {
                    var bytes = ExcelFile.Of([
                        new Suiying.Design.Documents.Sheet(
                            "表",
                            [
                                ["甲", "乙", "丙"],
                                .. rows.Select(r => (string[])[r.Item1, r.Item2, r.Item3]),
                            ]
                        ),
                    ]);

                    Assert.True(TableFile.TryRead(bytes, _ => [], out var table, out var problem), problem.ToString());
                    Assert.Equal(rows.Select(r => (string[])[r.Item1, r.Item2, r.Item3]), table.Rows.Select(r => r.Cells));
                },
                iter: 200
            );
    }

    private static IEnumerable<string> Problems(OpenXmlPackage file) =>
        new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(file).Select(p => $"{p.Path?.XPath}: {p.Description}");
}
