using SkiaSharp;

namespace Suiying.Design.Documents;

/// <summary>How the tables of a PDF are measured and drawn.</summary>
internal sealed class PdfTable(DocumentFonts fonts) : IDisposable
{
    private const float Pad = 4;

    private readonly Pen head = new(fonts.Bold, 8.5f, Pen.Muted);
    private readonly Pen cell = new(fonts.Regular, 9, Pen.Ink);

    /// <summary>Columns of numbers get what they need, the others share the rest by what they hold.</summary>
    public float[] WidthsOf(DocumentTable table, float wide)
    {
        var wanted = table
            .Columns.Select(
                (column, i) =>
                    2 * Pad
                    + Math.Max(Math.Min(head.Width(column.Name), 62), table.Rows.Select(r => cell.Width(r[i].Text)).DefaultIfEmpty(0).Max())
            )
            .ToArray();
        var total = wanted.Sum();
        if (total <= wide)
        {
            // What is left over goes to the words, so that numbers stand close to what they count.
            var words = table.Columns.Count(c => !c.Number);
            for (var i = 0; words > 0 && i < wanted.Length; i++)
                wanted[i] += table.Columns[i].Number ? 0 : (wide - total) / words;
            return wanted;
        }
        var least = table.Columns.Select((c, i) => c.Number ? Math.Min(wanted[i], wide / table.Columns.Count) : 0).ToArray();
        var rest = wide - least.Sum();
        var share = table.Columns.Select((c, i) => c.Number ? 0 : wanted[i]).Sum();
        return [.. table.Columns.Select((c, i) => c.Number || share == 0 ? least[i] : rest * wanted[i] / share)];
    }

    public float Height(IEnumerable<string> cells, float[] widths, bool head) =>
        Lines(cells, widths, PenOf(head)).Max(l => l.Count) * PenOf(head).Leading + 2 * Pad - 2;

    public void DrawRow(SKCanvas canvas, DocumentTable table, IEnumerable<string> cells, float[] widths, float x, float y, bool head)
    {
        var pen = PenOf(head);
        var lines = Lines(cells, widths, pen);
        var height = lines.Max(l => l.Count) * pen.Leading + 2 * Pad - 2;
        var left = x;
        for (var i = 0; i < lines.Count; i++)
        {
            for (var n = 0; n < lines[i].Count; n++)
            {
                var at = y + Pad + pen.Size + n * pen.Leading;
                if (table.Columns[i].Number)
                    pen.Draw(canvas, lines[i][n], left + widths[i] - Pad, at, Align.Right);
                else
                    pen.Draw(canvas, lines[i][n], left + Pad, at);
            }
            left += widths[i];
        }
        using var line = new SKPaint { Color = head ? Pen.Muted : Pen.Faint, StrokeWidth = head ? 1 : 0.6f };
        canvas.DrawLine(x, y + height, left, y + height, line);
    }

    public void Dispose()
    {
        head.Dispose();
        cell.Dispose();
    }

    private Pen PenOf(bool isHead) => isHead ? head : cell;

    private static List<IReadOnlyList<string>> Lines(IEnumerable<string> cells, float[] widths, Pen pen) =>
        [.. cells.Select((text, i) => pen.Wrap(text, widths[i] - 2 * Pad))];
}
