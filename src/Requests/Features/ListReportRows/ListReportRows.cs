using Suiying.Contracts.Registry;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>The requests behind one number of a report: the very ones that it counted, as they are now.</summary>
public sealed class ListReportRows(ReadReport reading, RowsBySerial rows, ICityRegistry registry)
{
    public sealed record Query
    {
        public required Guid Report { get; init; }

        public required ReportFilter Filter { get; init; }

        public int Skip { get; init; }

        public int Take { get; init; } = 50;
    }

    /// <param name="Report">Whose number it is.</param>
    /// <param name="Rows">This slice, newest first; shorter where a request was since sealed and the reader may not know of it.</param>
    /// <param name="Total">The number.</param>
    public sealed record Result(Report Report, IReadOnlyList<RequestRow> Rows, int Total);

    public async Task<Outcome<Result>> Run(Query query, Actor by, CancellationToken ct)
    {
        if (!(await reading.Run(new ReadReport.Query { Id = query.Report }, by, ct)).Ok(out var read, out var refusal))
            return refusal;
        var counted = read.Content.Rows.Where(query.Filter.Fits).ToList();
        var take = Math.Clamp(query.Take, 1, RowsBySerial.Most);
        var serials = counted.Skip(Math.Max(0, query.Skip)).Take(take).Select(r => r.Serial).ToList();
        return new Result(read.Report, await rows.Find(serials, registry.Current, by, ct), counted.Count);
    }
}
