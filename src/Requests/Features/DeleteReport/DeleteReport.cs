using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>删除 a draft; what was issued stays.</summary>
public sealed class DeleteReport(RequestsDb db)
{
    public sealed record Command
    {
        public required Guid Id { get; init; }
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!ReportAccess.MayWrite(by))
            return new NotAllowed();
        if (await db.Reports.FirstOrDefaultAsync(r => r.Id == command.Id, ct) is not { } report)
            return new NotFound();
        if (report.State != ReportState.Draft)
            return new ReportIsIssued();
        db.Reports.Remove(report);
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
