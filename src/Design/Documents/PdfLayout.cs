using SkiaSharp;

namespace Suiying.Design.Documents;

/// <summary>Lays a document out on pages. What is drawn is kept until the number of pages is known.</summary>
internal sealed class PdfLayout : IDisposable
{
    public const float PageWidth = 595;
    public const float PageHeight = 842;
    private const float Side = 56;
    private const float First = 72;
    private const float Last = PageHeight - 64;
    private const int FiguresInRow = 4;

    private readonly DocumentFonts fonts;
    private readonly PrintedDocument document;
    private readonly Pen title;
    private readonly Pen heading;
    private readonly Pen body;
    private readonly Pen small;
    private readonly Pen value;
    private readonly PdfTable tables;
    private float y = First;

    public PdfLayout(DocumentFonts fonts, PrintedDocument document)
    {
        (this.fonts, this.document) = (fonts, document);
        title = new Pen(fonts.Bold, 20, Pen.Accent);
        heading = new Pen(fonts.Bold, 13, Pen.Ink);
        body = new Pen(fonts.Regular, 10.5f, Pen.Ink);
        small = new Pen(fonts.Regular, 8, Pen.Muted);
        value = new Pen(fonts.Bold, 17, Pen.Ink);
        tables = new PdfTable(fonts);
        Head();
        foreach (var part in document.Parts)
            Add(part);
    }

    public List<List<Action<SKCanvas>>> Pages { get; } =
    [
        [],
    ];

    private static float Wide => PageWidth - 2 * Side;

    /// <summary>Mark and page number, once all pages are there.</summary>
    public void DrawFrame(SKCanvas canvas, int page)
    {
        if (document.Mark is { } mark)
            small.Draw(canvas, mark, PageWidth - Side, 44, Align.Right);
        small.DrawWithin(canvas, document.Title, Side, 44, Wide - 80);
        small.DrawWithin(canvas, document.Foot, Side, PageHeight - 36, Wide - 60);
        small.Draw(canvas, $"{page} / {Pages.Count}", PageWidth - Side, PageHeight - 36, Align.Right);
    }

    public void Dispose()
    {
        foreach (var pen in (Pen[])[title, heading, body, small, value])
            pen.Dispose();
        tables.Dispose();
    }

    private void Head()
    {
        foreach (var line in title.Wrap(document.Title, Wide))
        {
            var at = y += title.Leading;
            Draw(c => title.Draw(c, line, PageWidth / 2, at, Align.Center));
        }
        foreach (var line in document.Under.SelectMany(u => small.Wrap(u, Wide)))
        {
            var at = y += small.Leading + 2;
            Draw(c => small.Draw(c, line, PageWidth / 2, at, Align.Center));
        }
        var rule = y += 10;
        Draw(c => Rule(c, rule, Pen.Accent, 1.5f));
        y += 8;
    }

    private void Add(DocumentPart part)
    {
        switch (part)
        {
            case DocumentHeading { Text: var text }:
                // A heading that stands alone at the foot of a page belongs on the next.
                Need(heading.Leading + 60);
                y += 8;
                Lines(heading, text);
                y += 4;
                break;
            case DocumentParagraph { Text: var text, Small: var isSmall }:
                Lines(isSmall ? small : body, text);
                y += 5;
                break;
            case DocumentFigures { Figures: var figures }:
                y += 4;
                foreach (var row in figures.Chunk(FiguresInRow))
                    Figures(row);
                break;
            case DocumentTable table:
                Need(70);
                Lines(body, table.Caption);
                y += 3;
                Table(table);
                if (table.Note is { } note)
                    Lines(small, note);
                y += 10;
                break;
            case DocumentCurve curve:
                Curve(curve);
                break;
        }
    }

    private void Lines(Pen pen, string text)
    {
        foreach (var line in pen.Wrap(text, Wide))
        {
            Need(pen.Leading);
            var at = y += pen.Leading;
            Draw(c => pen.Draw(c, line, Side, at));
        }
    }

    private void Figures(DocumentFigure[] figures)
    {
        const float Gap = 8;
        var width = (Wide - Gap * (FiguresInRow - 1)) / FiguresInRow;
        var notes = figures.Select(f => small.Wrap(f.Note, width - 14)).ToList();
        var height = 46 + notes.Max(n => n.Count) * small.Leading;
        Need(height + Gap);
        foreach (var (figure, i) in figures.Select((f, i) => (f, i)))
        {
            var box = SKRect.Create(Side + i * (width + Gap), y, width, height);
            Draw(c =>
            {
                using var edge = new SKPaint
                {
                    Color = Pen.Faint,
                    Style = SKPaintStyle.Stroke,
                    StrokeWidth = 0.8f,
                };
                c.DrawRoundRect(box, 3, 3, edge);
                small.Draw(c, figure.Label, box.Left + 7, box.Top + 15);
                value.Draw(c, figure.Value, box.Left + 7, box.Top + 36);
                for (var n = 0; n < notes[i].Count; n++)
                    small.Draw(c, notes[i][n], box.Left + 7, box.Top + 50 + n * small.Leading);
            });
        }
        y += height + Gap;
    }

    private void Table(DocumentTable table)
    {
        var widths = tables.WidthsOf(table, Wide);
        var head = tables.Height(table.Columns.Select(c => c.Name), widths, head: true);
        void Head()
        {
            var at = y;
            Draw(c => tables.DrawRow(c, table, table.Columns.Select(n => n.Name), widths, Side, at, head: true));
            y += head;
        }
        Head();
        foreach (var row in table.Rows)
        {
            var cells = row.Select(c => c.Text).ToList();
            var height = tables.Height(cells, widths, head: false);
            if (Need(height))
                Head();
            var at = y;
            Draw(c => tables.DrawRow(c, table, cells, widths, Side, at, head: false));
            y += height;
        }
    }

    private void Curve(DocumentCurve curve)
    {
        const float Height = 170;
        Need(Height + 60);
        Lines(body, curve.Title);
        var box = SKRect.Create(Side, y + 6, Wide, Height);
        Draw(c => CurvePicture.Draw(c, curve, fonts, box));
        y += Height + 8;
        Lines(small, curve.Note);
        y += 8;
    }

    private void Draw(Action<SKCanvas> draw) => Pages[^1].Add(draw);

    /// <summary>Goes to a new page where less than this is left, and says whether it did.</summary>
    private bool Need(float height)
    {
        if (y + height <= Last || y <= First)
            return false;
        Pages.Add([]);
        y = First - 12;
        return true;
    }

    private static void Rule(SKCanvas canvas, float at, SKColor color, float width)
    {
        using var paint = new SKPaint { Color = color, StrokeWidth = width };
        canvas.DrawLine(Side, at, PageWidth - Side, at, paint);
    }
}
