using System.Globalization;
using SkiaSharp;

namespace Suiying.Design.Documents;

/// <summary>Draws curves, on a page of a PDF or as a picture for Word. Each line has a colour and a dash of its own.</summary>
internal static class CurvePicture
{
    private const float Left = 36;
    private const float Bottom = 34;
    private const float Top = 8;

    private static readonly (SKColor Color, float[]? Dash)[] Looks =
    [
        (new SKColor(0x1b, 0x5f, 0xaa), null),
        (new SKColor(0xb3, 0x5c, 0x00), [6, 3]),
        (new SKColor(0x3d, 0x6b, 0x2f), [2, 3]),
    ];

    public static byte[] Png(DocumentCurve curve, DocumentFonts fonts, float width, float height)
    {
        const float Sharp = 2.5f;
        using var surface = SKSurface.Create(new SKImageInfo((int)(width * Sharp), (int)(height * Sharp)));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(Sharp);
        Draw(surface.Canvas, curve, fonts, new SKRect(0, 0, width, height));
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    public static void Draw(SKCanvas canvas, DocumentCurve curve, DocumentFonts fonts, SKRect box)
    {
        using var small = new Pen(fonts.Regular, 8, Pen.Muted);
        using var grid = new SKPaint { Color = Pen.Faint, StrokeWidth = 0.6f };
        var (left, right, top, bottom) = (box.Left + Left, box.Right - 8, box.Top + Top, box.Bottom - Bottom);
        var most = Math.Max(1, curve.Lines.SelectMany(l => l.Values).DefaultIfEmpty(0).Max());
        var step = StepOf(most);
        var highest = (most + step - 1) / step * step;
        float Y(int value) => bottom - (bottom - top) * value / highest;
        float X(int i) => curve.Labels.Count < 2 ? left : left + (right - left) * i / (curve.Labels.Count - 1);
        for (var value = 0; value <= highest; value += step)
        {
            canvas.DrawLine(left, Y(value), right, Y(value), grid);
            small.Draw(canvas, value.ToString(CultureInfo.InvariantCulture), left - 4, Y(value) + 3, Align.Right);
        }
        for (var i = curve.Labels.Count - 1; i >= 0; i -= Math.Max(1, (curve.Labels.Count + 6) / 7))
            small.Draw(canvas, curve.Labels[i], X(i), bottom + 12, i == curve.Labels.Count - 1 ? Align.Right : Align.Center);
        var legend = left;
        foreach (var (line, (color, dash)) in curve.Lines.Zip(Looks))
        {
            using var stroke = new SKPaint
            {
                Color = color,
                StrokeWidth = 1.6f,
                Style = SKPaintStyle.Stroke,
                IsAntialias = true,
                PathEffect = dash is null ? null : SKPathEffect.CreateDash(dash, 0),
            };
            using var path = new SKPath();
            for (var i = 0; i < line.Values.Count; i++)
            {
                if (i == 0)
                    path.MoveTo(X(i), Y(line.Values[i]));
                else
                    path.LineTo(X(i), Y(line.Values[i]));
            }
            canvas.DrawPath(path, stroke);
            canvas.DrawLine(legend, box.Bottom - 8, legend + 22, box.Bottom - 8, stroke);
            small.Draw(canvas, line.Name, legend + 26, box.Bottom - 5);
            legend += 40 + small.Width(line.Name);
        }
    }

    /// <summary>1, 2 or 5 times a power of ten, so that four to eight lines stand in the picture.</summary>
    private static int StepOf(int most)
    {
        var power = 1;
        while (true)
        {
            foreach (var of in (int[])[1, 2, 5])
            {
                if (most / (of * power) < 6)
                    return of * power;
            }
            power *= 10;
        }
    }
}
