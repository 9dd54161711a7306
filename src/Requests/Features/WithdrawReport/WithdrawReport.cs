using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>撤回 an issued report, with the reason; it keeps its number and is marked.</summary>
public sealed class WithdrawReport(RequestsDb db, TimeProvider time)
{
    public sealed record Command
    {
        public required Guid Id { get; init; }

        public required string Reason { get; init; }
    }

    public async Task<Outcome<Report>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!ReportAccess.MayWrite(by))
            return new NotAllowed();
        if (await db.Reports.FirstOrDefaultAsync(r => r.Id == command.Id, ct) is not { } report)
            return new NotFound();
        if (report.Withdraw(command.Reason, time.GetUtcNow()) is { } refusal)
            return refusal;
        await db.SaveChangesAsync(ct);
        return report;
    }
}
