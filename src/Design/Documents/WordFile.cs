using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Suiying.Design.Documents;

/// <summary>A document as Word file (.docx): headings are headings, tables are tables with a head that repeats, so that whoever gets it goes on writing.</summary>
public static class WordFile
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Width of the text on A4, in twentieths of a point.</summary>
    private const int TextWidth = 9300;

    /// <param name="document">What it says.</param>
    /// <param name="fonts">For the pictures of curves; null leaves the pictures out and keeps their tables.</param>
    /// <param name="language">BCP 47, by which Word spells.</param>
    public static byte[] Of(PrintedDocument document, DocumentFonts? fonts, string language)
    {
        using var memory = new MemoryStream();
        using (var word = WordprocessingDocument.Create(memory, WordprocessingDocumentType.Document))
        {
            word.PackageProperties.Title = document.Title;
            var main = word.AddMainDocumentPart();
            WordStyles.Add(main, language);
            var body = new Body();
            body.Append(Text("Title", document.Title));
            body.Append(document.Under.Select(u => Text("Subtitle", u)));
            var pictures = new WordPictures(main, fonts);
            body.Append(document.Parts.SelectMany(p => Part(p, pictures)));
            body.Append(Page(main, document));
            main.Document = new Document(body);
        }
        return memory.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Part(DocumentPart part, WordPictures pictures) =>
        part switch
        {
            DocumentHeading heading => [Text("Heading1", heading.Text)],
            DocumentParagraph paragraph => paragraph.Text.ReplaceLineEndings("\n").Split('\n').Select(l => Text(StyleOf(paragraph), l)),
            DocumentFigures figures => [FigureTable(figures), Text("Note", "")],
            DocumentTable table =>
            [
                Text("Caption", table.Caption),
                Grid(table.Columns, table.Rows.Select(r => r.Select(c => c.Text))),
                Text("Note", table.Note ?? ""),
            ],
            DocumentCurve curve => [.. pictures.Of(curve), .. Part(TableOf(curve), pictures)],
            _ => [],
        };

    private static string StyleOf(DocumentParagraph paragraph) => paragraph.Small ? "Note" : "Normal";

    /// <summary>The numbers of a curve: a picture can not be read aloud or reckoned with.</summary>
    private static DocumentTable TableOf(DocumentCurve curve) =>
        new(
            curve.Title,
            [new DocumentColumn(curve.LabelHead), .. curve.Lines.Select(l => new DocumentColumn(l.Name, Number: true))],
            [
                .. curve.Labels.Select(
                    (label, i) =>
                        (IReadOnlyList<DocumentCell>)
                            [
                                new DocumentCell(label),
                                .. curve.Lines.Select(l => new DocumentCell(l.Values[i].ToString(CultureInfo.InvariantCulture))),
                            ]
                ),
            ],
            curve.Note
        );

    internal static Paragraph Text(string style, string text) =>
        new(
            new ParagraphProperties(new ParagraphStyleId { Val = style }),
            new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve })
        );

    private static Table FigureTable(DocumentFigures figures) =>
        Grid(
            [new DocumentColumn(""), new DocumentColumn("", Number: true), new DocumentColumn("")],
            figures.Figures.Select(f => (string[])[f.Label, f.Value, f.Note]),
            head: false
        );

    private static Table Grid(IReadOnlyList<DocumentColumn> columns, IEnumerable<IEnumerable<string>> rows, bool head = true)
    {
        var width = TextWidth / columns.Count;
        var table = new Table(
            new TableProperties(
                new TableStyle { Val = "Lines" },
                new TableWidth { Width = $"{TextWidth}", Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Autofit }
            ),
            new TableGrid(columns.Select(_ => new GridColumn { Width = $"{width}" }))
        );
        if (head)
        {
            var row = Row(columns, columns.Select(c => c.Name), "TableHead");
            row.PrependChild(new TableRowProperties(new CantSplit(), new TableHeader()));
            table.Append(row);
        }
        table.Append(rows.Select(r => Row(columns, r, "TableText")));
        return table;
    }

    private static TableRow Row(IReadOnlyList<DocumentColumn> columns, IEnumerable<string> cells, string style) =>
        new(cells.Select((text, i) => new TableCell(Cell(text, style, columns[i].Number))));

    private static Paragraph Cell(string text, string style, bool number)
    {
        var paragraph = Text(style, text);
        if (number)
            paragraph.ParagraphProperties!.Justification = new Justification { Val = JustificationValues.Right };
        return paragraph;
    }

    /// <summary>A4, the mark above and the page number below.</summary>
    private static SectionProperties Page(MainDocumentPart main, PrintedDocument document)
    {
        var header = main.AddNewPart<HeaderPart>();
        header.Header = new Header(Cell(document.Mark ?? "", "Note", number: true));
        var footer = main.AddNewPart<FooterPart>();
        var line = Text("Note", document.Foot + "　");
        line.Append(
            new SimpleField { Instruction = "PAGE" },
            new Run(new Text(" / ") { Space = SpaceProcessingModeValues.Preserve }),
            new SimpleField { Instruction = "NUMPAGES" }
        );
        footer.Footer = new Footer(line);
        return new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(header) },
            new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(footer) },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin
            {
                Top = 1440,
                Bottom = 1304,
                Left = 1304,
                Right = 1304,
                Header = 720,
                Footer = 600,
                Gutter = 0,
            }
        );
    }
}
