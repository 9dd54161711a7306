using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>What a draft says beside its numbers; the numbers can be counted anew with it.</summary>
public sealed class EditReport(RequestsDb db, ReportRows rows)
{
    public sealed record Command
    {
        public required Guid Id { get; init; }

        /// <summary>The version that its writer saw.</summary>
        public required int Version { get; init; }

        public required ReportWords Words { get; init; }

        /// <summary>What was found in it is no personal data.</summary>
        public bool Examined { get; init; }

        /// <summary>更新数字: counts once more, as of now.</summary>
        public bool Anew { get; init; }
    }

    public async Task<Outcome<Report>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!ReportAccess.MayWrite(by))
            return new NotAllowed();
        if (await db.Reports.FirstOrDefaultAsync(r => r.Id == command.Id, ct) is not { } report)
            return new NotFound();
        if (report.Version != command.Version)
            return report.State == ReportState.Draft ? new ReportChangedMeanwhile(report.ByName) : new ReportIsIssued();
        if (report.Write(command.Words, command.Examined, by) is { } refusal)
            return refusal;
        if (command.Anew)
        {
            if (!(await rows.Count(report.Scope, ct)).Ok(out var content, out var no))
                return no;
            if (report.Fill(content) is { } late)
                return late;
        }
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ReportChangedMeanwhile(report.ByName);
        }
        return report;
    }
}
