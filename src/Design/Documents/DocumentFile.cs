using Suiying.Kernel;

namespace Suiying.Design.Documents;

/// <summary>文件下载: a document as PDF, Word or Excel, as the ending of the address asks.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="ContentType">Its kind.</param>
/// <param name="Name">Its name: the title, and what stands on every page.</param>
public sealed record DocumentFile(byte[] Bytes, string ContentType, string Name)
{
    /// <summary>The end of a route: <c>/reports/1.pdf</c>.</summary>
    public const string Ending = "{ending:regex(^(pdf|docx|xlsx)$)}";

    /// <param name="ending">What the route's end matched.</param>
    /// <param name="document">What is said.</param>
    /// <param name="at">When it was made, for the PDF.</param>
    /// <param name="culture">The city's, for Word.</param>
    /// <param name="tab">What the first tab of a workbook says.</param>
    /// <param name="behind">The sheets after it, asked for where a workbook is made.</param>
    public static async Task<Outcome<DocumentFile>> Of(
        string ending,
        PrintedDocument document,
        DateTimeOffset at,
        string culture,
        string tab,
        Func<Task<IReadOnlyList<Sheet>>> behind
    )
    {
        var name = $"{document.Title}{(document.Mark is { } mark ? $"-{mark}" : "")}.{ending}";
        switch (ending)
        {
            case "pdf":
                return DocumentFonts.OfMachine is { } fonts
                    ? new DocumentFile(PdfFile.Of(document, fonts, at), "application/pdf", name)
                    : new NoFontForPdf();
            case "docx":
                return new DocumentFile(WordFile.Of(document, DocumentFonts.OfMachine, culture), WordFile.ContentType, name);
            case "xlsx":
                return new DocumentFile(ExcelFile.Of(document, tab, await behind()), ExcelFile.ContentType, name);
            default:
                return new NotFound();
        }
    }
}
