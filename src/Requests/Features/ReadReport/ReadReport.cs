using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>One report with its numbers.</summary>
public sealed class ReadReport(RequestsDb db, ICityRegistry registry)
{
    public sealed record Query
    {
        public required Guid Id { get; init; }
    }

    public sealed record Result(Report Report, ReportContent Content);

    public async Task<Outcome<Result>> Run(Query query, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.Supervisor, Role.Leader))
            return new NotAllowed();
        var report = await db.Reports.AsNoTracking().FirstOrDefaultAsync(r => r.Id == query.Id, ct);
        if (report is null || !ReportAccess.MayRead(by, report, registry.Current))
            return new NotFound();
        return new Result(report, ReportContent.Unpack(report.Content));
    }
}
