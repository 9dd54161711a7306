using Suiying.Contracts.Registry;
using Suiying.Design.Documents;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>A report as file.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="ContentType">Its kind.</param>
/// <param name="Name">Its name.</param>
public sealed record ReportFile(byte[] Bytes, string ContentType, string Name);

/// <summary>A report as PDF, Word or Excel; the workbook holds the rows behind its numbers too.</summary>
public sealed class ExportReport(ReadReport reading, RowsBySerial rows, ICityRegistry registry)
{
    public sealed record Query
    {
        public required Guid Id { get; init; }

        /// <summary>pdf, docx or xlsx.</summary>
        public required string Ending { get; init; }
    }

    public async Task<Outcome<ReportFile>> Run(Query query, Actor by, CancellationToken ct)
    {
        if (!(await reading.Run(new ReadReport.Query { Id = query.Id }, by, ct)).Ok(out var read, out var refusal))
            return refusal;
        var city = registry.Current;
        var document = ReportDocument.Of(read.Report, read.Content, city);
        var name = $"{read.Report.Title}{(document.Mark is { } mark ? $"-{mark}" : "")}.{query.Ending}";
        switch (query.Ending)
        {
            case "pdf":
                return DocumentFonts.OfMachine is { } fonts
                    ? new ReportFile(PdfFile.Of(document, fonts, read.Content.AsOf), "application/pdf", name)
                    : new NoFontForPdf();
            case "docx":
                var word = WordFile.Of(document, DocumentFonts.OfMachine, city.City.Culture);
                return new ReportFile(word, WordFile.ContentType, name);
            case "xlsx":
                var serials = read.Content.Rows.Select(r => r.Serial).Take(RowsBySerial.Most).ToList();
                var sheet = new Sheet(Translations.Of("明细"), RowTable.Lines(await rows.Find(serials, city, by, ct), city));
                return new ReportFile(ExcelFile.Of(document, Translations.Of("概况"), [sheet]), ExcelFile.ContentType, name);
            default:
                return new NotFound();
        }
    }
}
