using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;
using D = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using P = DocumentFormat.OpenXml.Drawing.Pictures;

namespace Suiying.Design.Documents;

/// <summary>Curves as pictures in a Word file, with the title as the text that is read aloud.</summary>
internal sealed class WordPictures(MainDocumentPart main, DocumentFonts? fonts)
{
    /// <summary>English metric units to a point.</summary>
    private const long Point = 12_700;

    private const float Width = 460;
    private const float Height = 170;

    private uint count;

    public IEnumerable<OpenXmlElement> Of(DocumentCurve curve)
    {
        if (fonts is null)
            return [];
        var part = main.AddImagePart(ImagePartType.Png);
        using (var png = new MemoryStream(CurvePicture.Png(curve, fonts, Width, Height)))
            part.FeedData(png);
        var id = ++count;
        var (wide, high) = ((long)Width * Point, (long)Height * Point);
        var picture = new P.Picture(
            new P.NonVisualPictureProperties(
                new P.NonVisualDrawingProperties { Id = id, Name = curve.Title },
                new P.NonVisualPictureDrawingProperties()
            ),
            new P.BlipFill(new A.Blip { Embed = main.GetIdOfPart(part) }, new A.Stretch(new A.FillRectangle())),
            new P.ShapeProperties(
                new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = wide, Cy = high }),
                new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }
            )
        );
        var inline = new D.Inline(
            new D.Extent { Cx = wide, Cy = high },
            new D.DocProperties
            {
                Id = id,
                Name = curve.Title,
                Description = curve.Title,
            },
            new A.Graphic(new A.GraphicData(picture) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" })
        );
        return [new Paragraph(new Run(new Drawing(inline)))];
    }
}
