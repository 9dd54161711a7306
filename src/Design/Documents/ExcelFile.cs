using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Suiying.Design.Documents;

/// <summary>One sheet: its first line is the head.</summary>
/// <param name="Name">What its tab says; shortened where Excel would refuse it.</param>
/// <param name="Lines">Lines of cells, written as they are asked for.</param>
public sealed record Sheet(string Name, IEnumerable<IEnumerable<string>> Lines);

/// <summary>
/// Tables as Excel workbook (.xlsx): the head stays in sight and filters, numbers are numbers, and nothing that somebody wrote becomes a formula,
/// because every other cell is a text.
/// </summary>
public static class ExcelFile
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>What Excel allows for a tab.</summary>
    private const int LongestName = 31;

    /// <summary>Numbers of more digits are codes, and Excel would round them.</summary>
    private const int MostDigits = 11;

    /// <summary>What one cell holds.</summary>
    private const int LongestCell = 32_767;

    private const uint HeadStyle = 1;

    public static byte[] Of(IEnumerable<Sheet> sheets)
    {
        using var memory = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            var book = file.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var list = new Sheets();
            var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var sheet in sheets)
            {
                var part = book.AddNewPart<WorksheetPart>();
                Write(part, sheet.Lines);
                list.Append(
                    new DocumentFormat.OpenXml.Spreadsheet.Sheet
                    {
                        Name = NameOf(sheet.Name, names),
                        SheetId = (uint)names.Count,
                        Id = book.GetIdOfPart(part),
                    }
                );
            }
            book.Workbook = new Workbook(list);
        }
        return memory.ToArray();
    }

    /// <summary>The tables of a document, a sheet each; the large numbers stand on the first.</summary>
    public static byte[] Of(PrintedDocument document, string firstName, IEnumerable<Sheet> more) =>
        Of([new Sheet(firstName, Summary(document)), .. document.Parts.SelectMany(Sheets), .. more]);

    private static IEnumerable<IEnumerable<string>> Summary(PrintedDocument document)
    {
        yield return [document.Title, document.Mark ?? ""];
        foreach (var line in document.Under)
            yield return [line];
        foreach (var part in document.Parts)
        {
            if (part is DocumentParagraph paragraph)
                yield return [paragraph.Text];
            foreach (var figure in (part as DocumentFigures)?.Figures ?? [])
                yield return [figure.Label, figure.Value, figure.Note];
        }
    }

    private static IEnumerable<Sheet> Sheets(DocumentPart part) =>
        part switch
        {
            DocumentTable table =>
            [
                new Sheet(table.Caption, [table.Columns.Select(c => c.Name), .. table.Rows.Select(r => r.Select(c => c.Text))]),
            ],
            DocumentCurve curve =>
            [
                new Sheet(
                    curve.Title,
                    [
                        [curve.LabelHead, .. curve.Lines.Select(l => l.Name)],
                        .. curve.Labels.Select((label, i) => (IEnumerable<string>)[label, .. curve.Lines.Select(l => $"{l.Values[i]}")]),
                    ]
                ),
            ],
            _ => [],
        };

    private static void Write(WorksheetPart part, IEnumerable<IEnumerable<string>> lines)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(
            new SheetViews(
                new SheetView(
                    new Pane
                    {
                        VerticalSplit = 1,
                        TopLeftCell = "A2",
                        ActivePane = PaneValues.BottomLeft,
                        State = PaneStateValues.Frozen,
                    }
                )
                {
                    WorkbookViewId = 0,
                }
            )
        );
        writer.WriteElement(new SheetFormatProperties { DefaultColumnWidth = 16, DefaultRowHeight = 16 });
        writer.WriteStartElement(new SheetData());
        var (row, width) = (0u, 0);
        foreach (var line in lines)
        {
            row++;
            writer.WriteStartElement(new Row { RowIndex = row });
            var cells = 0;
            foreach (var text in line)
            {
                writer.WriteElement(CellOf(text, head: row == 1));
                cells++;
            }
            writer.WriteEndElement();
            width = row == 1 ? cells : width;
        }
        writer.WriteEndElement();
        if (row > 1 && width > 0)
            writer.WriteElement(new AutoFilter { Reference = $"A1:{ColumnName(width)}{row}" });
        writer.WriteEndElement();
    }

    private static Cell CellOf(string text, bool head)
    {
        var cell = new Cell { StyleIndex = head ? HeadStyle : 0 };
        if (!head && IsNumber(text))
        {
            cell.CellValue = new CellValue(text);
            return cell;
        }
        cell.DataType = CellValues.InlineString;
        cell.InlineString = new InlineString(new Text(Plain(text)) { Space = SpaceProcessingModeValues.Preserve });
        return cell;
    }

    /// <summary>A count or a rate as our pages write it, which is the only way to write that number: 007 and 17.90 are codes.</summary>
    private static bool IsNumber(string text) =>
        text.Length <= MostDigits + 2
        && text.Count(char.IsAsciiDigit) <= MostDigits
        && decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
        && number.ToString("0.###########", CultureInfo.InvariantCulture) == text;

    /// <summary>Without what XML can not hold, and no longer than a cell.</summary>
    private static string Plain(string text)
    {
        var cut = text.Length > LongestCell ? text[..LongestCell] : text;
        return cut.All(System.Xml.XmlConvert.IsXmlChar)
            ? cut
            : string.Concat(cut.Where((c, i) => System.Xml.XmlConvert.IsXmlChar(c) || IsPaired(cut, i)));
    }

    private static bool IsPaired(string text, int i) =>
        char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])
        || char.IsLowSurrogate(text[i]) && i > 0 && char.IsHighSurrogate(text[i - 1]);

    private static string NameOf(string wanted, HashSet<string> names)
    {
        var plain = string.Concat(wanted.Where(c => !"[]:*?/\\'".Contains(c)));
        var stem = plain.Length == 0 ? "1" : plain;
        for (var i = 1; ; i++)
        {
            var more = i == 1 ? "" : $" {i}";
            var name = stem[..Math.Min(stem.Length, LongestName - more.Length)] + more;
            if (names.Add(name))
                return name;
        }
    }

    private static string ColumnName(int column)
    {
        var name = "";
        for (; column > 0; column = (column - 1) / 26)
            name = (char)('A' + (column - 1) % 26) + name;
        return name;
    }

    private static Stylesheet Styles() =>
        new(
            new Fonts(new Font(), new Font(new Bold())),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })
            ),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(new CellFormat(), new CellFormat { FontId = 1, ApplyFont = true })
        );
}
