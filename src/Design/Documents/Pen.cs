using SkiaSharp;

namespace Suiying.Design.Documents;

/// <summary>Where a text stands to its point.</summary>
internal enum Align
{
    Left,
    Center,
    Right,
}

/// <summary>One size and weight of letters, in one colour.</summary>
internal sealed class Pen : IDisposable
{
    public static readonly SKColor Ink = new(0x1d, 0x23, 0x29);
    public static readonly SKColor Muted = new(0x55, 0x5f, 0x6a);
    public static readonly SKColor Accent = new(0xb0, 0x24, 0x18);
    public static readonly SKColor Faint = new(0xd5, 0xda, 0xe0);

    private readonly SKFont font;
    private readonly SKPaint paint;

    public Pen(SKTypeface face, float size, SKColor color)
    {
        font = new SKFont(face, size) { Subpixel = true };
        paint = new SKPaint { Color = color, IsAntialias = true };
        Size = size;
    }

    public float Size { get; }

    /// <summary>From one line to the next.</summary>
    public float Leading => Size * 1.5f;

    public float Width(string text) => font.MeasureText(text);

    public IReadOnlyList<string> Wrap(string text, float width) => TextLines.Wrap(text, width, Width);

    /// <summary>Draws one line with its baseline at y.</summary>
    public void Draw(SKCanvas canvas, string text, float x, float y, Align align = Align.Left)
    {
        var side = align switch
        {
            Align.Center => SKTextAlign.Center,
            Align.Right => SKTextAlign.Right,
            _ => SKTextAlign.Left,
        };
        canvas.DrawText(text, x, y, side, font, paint);
    }

    /// <summary>The same, cut where it is wider than it may be.</summary>
    public void DrawWithin(SKCanvas canvas, string text, float x, float y, float width) =>
        Draw(canvas, Width(text) <= width ? text : Wrap(text, width - Width("…"))[0] + "…", x, y);

    public void Dispose()
    {
        font.Dispose();
        paint.Dispose();
    }
}
