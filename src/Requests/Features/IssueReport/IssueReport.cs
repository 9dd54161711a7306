using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>签发: the draft gets the next number of its kind and year, and leaders see it.</summary>
public sealed class IssueReport(RequestsDb db, ICityRegistry registry, TimeProvider time)
{
    public sealed record Command
    {
        public required Guid Id { get; init; }

        /// <summary>The version that was read before it was issued.</summary>
        public required int Version { get; init; }
    }

    public async Task<Outcome<Report>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!ReportAccess.MayWrite(by))
            return new NotAllowed();
        if (await db.Reports.FirstOrDefaultAsync(r => r.Id == command.Id, ct) is not { } report)
            return new NotFound();
        if (report.Version != command.Version)
            return report.State == ReportState.Draft ? new ReportChangedMeanwhile(report.ByName) : new ReportIsIssued();
        var now = time.GetUtcNow();
        var year = registry.Current.Local(now).Year;
        var last = await db.Reports.Where(r => r.Kind == report.Kind && r.Year == year).MaxAsync(r => (int?)r.Issue, ct);
        if (report.Release(year, (last ?? 0) + 1, by, now) is { } refusal)
            return refusal;
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Changed meanwhile, or another took the number: whoever issues looks once more.
            return new ReportChangedMeanwhile(report.ByName);
        }
        return report;
    }
}
