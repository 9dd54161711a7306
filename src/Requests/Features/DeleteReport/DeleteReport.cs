using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>删除 a draft; what was issued stays.</summary>
public sealed class DeleteReport(RequestsDb db, ReportDoor door)
{
    public sealed record Command
    {
        public required Guid Id { get; init; }
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!ReportAccess.MayWrite(by))
            return new NotAllowed();
        return (await door.Change(command.Id, null, Remove, ct)).Ok(out _, out var refusal) ? new Done() : refusal;

        Task<Refusal?> Remove(Report report)
        {
            if (report.State != ReportState.Draft)
                return Task.FromResult<Refusal?>(new ReportIsIssued());
            db.Reports.Remove(report);
            return Task.FromResult<Refusal?>(null);
        }
    }
}
