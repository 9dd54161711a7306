using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>起草: counts the numbers of a daily or special report and opens its draft.</summary>
public sealed class WriteReport(RequestsDb db, ReportRows rows, TimeProvider time)
{
    public sealed record Command
    {
        public required ReportKind Kind { get; init; }

        public required string Title { get; init; }

        public required ReportScope Scope { get; init; }
    }

    public async Task<Outcome<Report>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!ReportAccess.MayWrite(by))
            return new NotAllowed();
        if (!Report.Draft(command.Kind, command.Title, command.Scope, by, time.GetUtcNow()).Ok(out var report, out var refusal))
            return refusal;
        if (await Existing(report, ct) is { } other)
            return new ReportExists(other);
        if (!(await rows.Count(command.Scope, ct)).Ok(out var content, out refusal))
            return refusal;
        if (report.Fill(content) is { } no)
            return no;
        db.Reports.Add(report);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (report.Kind == ReportKind.Daily)
        {
            db.Entry(report).State = EntityState.Detached;
            if (await Existing(report, ct) is not { } meanwhile)
                throw;
            return new ReportExists(meanwhile);
        }
        return report;
    }

    private async Task<Guid?> Existing(Report report, CancellationToken ct) =>
        report.Kind != ReportKind.Daily
            ? null
            : await db
                .Reports.AsNoTracking()
                .Where(r => r.Kind == ReportKind.Daily && r.State != ReportState.Withdrawn)
                .Where(r => r.From == report.From && r.Area == report.Area)
                .Select(r => (Guid?)r.Id)
                .FirstOrDefaultAsync(ct);
}
