using SkiaSharp;

namespace Suiying.Design.Documents;

/// <summary>A document as PDF: A4 upright, fonts embedded, text that can be searched and copied.</summary>
public static class PdfFile
{
    /// <param name="document">What it says.</param>
    /// <param name="fonts">Fonts that hold its characters.</param>
    /// <param name="made">The time that the file names as its own.</param>
    public static byte[] Of(PrintedDocument document, DocumentFonts fonts, DateTimeOffset made)
    {
        using var layout = new PdfLayout(fonts, document);
        using var memory = new MemoryStream();
        var about = new SKDocumentPdfMetadata
        {
            Title = document.Title,
            Subject = document.Mark ?? "",
            Creation = made.UtcDateTime,
            Modified = made.UtcDateTime,
            Producer = "Suiying",
            RasterDpi = 144,
            EncodingQuality = 90,
        };
        using (var pdf = SKDocument.CreatePdf(memory, about))
        {
            for (var page = 0; page < layout.Pages.Count; page++)
            {
                var canvas = pdf.BeginPage(PdfLayout.PageWidth, PdfLayout.PageHeight);
                foreach (var draw in layout.Pages[page])
                    draw(canvas);
                layout.DrawFrame(canvas, page + 1);
                pdf.EndPage();
            }
            pdf.Close();
        }
        return PdfRadicals.Mend(memory.ToArray(), fonts);
    }
}
