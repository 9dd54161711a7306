using Suiying.Contracts.Registry;
using Suiying.Design.Documents;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>A report as PDF, Word or Excel; the workbook holds the rows behind its numbers too.</summary>
public sealed class ExportReport(ReadReport reading, RowsBySerial rows, ICityRegistry registry)
{
    public sealed record Query
    {
        public required Guid Id { get; init; }

        /// <summary>pdf, docx or xlsx.</summary>
        public required string Ending { get; init; }
    }

    public async Task<Outcome<DocumentFile>> Run(Query query, Actor by, CancellationToken ct)
    {
        if (!(await reading.Run(new ReadReport.Query { Id = query.Id }, by, ct)).Ok(out var read, out var refusal))
            return refusal;
        var city = registry.Current;
        var document = ReportDocument.Of(read.Report, read.Content, city);
        return await DocumentFile.Of(query.Ending, document, read.Content.AsOf, city.City.Culture, Translations.Of("概况"), Behind);

        async Task<IReadOnlyList<Sheet>> Behind()
        {
            var serials = read.Content.Rows.Select(r => r.Serial).Take(RowsBySerial.Most).ToList();
            return [new Sheet(Translations.Of("明细"), RowTable.Lines(await rows.Find(serials, city, by, ct), city))];
        }
    }
}
