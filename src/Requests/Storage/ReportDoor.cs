using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>How a report is changed: whoever saw an older one, or comes a moment later than somebody else, is told and overwrites nothing.</summary>
public sealed class ReportDoor(RequestsDb db)
{
    /// <param name="id">Which report.</param>
    /// <param name="seen">The version that was read before; null where the change does not depend on what the report says.</param>
    /// <param name="change">What is done to it, or why not.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<Outcome<Report>> Change(Guid id, int? seen, Func<Report, Task<Refusal?>> change, CancellationToken ct)
    {
        if (await db.Reports.FirstOrDefaultAsync(r => r.Id == id, ct) is not { } report)
            return new NotFound();
        if (seen is { } version && version != report.Version)
            return report.State == ReportState.Draft ? new ReportChangedMeanwhile(report.ByName) : new ReportIsIssued();
        if (await change(report) is { } refusal)
            return refusal;
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Changed meanwhile, or another took the number: whoever comes later looks once more.
            return new ReportChangedMeanwhile(report.ByName);
        }
        return report;
    }
}
