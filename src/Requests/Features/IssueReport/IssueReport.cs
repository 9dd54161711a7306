using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>签发: the draft gets the next number of its kind and year, and leaders see it.</summary>
public sealed class IssueReport(RequestsDb db, ReportDoor door, ICityRegistry registry, TimeProvider time)
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
        var now = time.GetUtcNow();
        var year = registry.Current.Local(now).Year;
        return await door.Change(command.Id, command.Version, Release, ct);

        async Task<Refusal?> Release(Report report)
        {
            var last = await db.Reports.Where(r => r.Kind == report.Kind && r.Year == year).MaxAsync(r => (int?)r.Issue, ct);
            return report.Release(year, (last ?? 0) + 1, by, now);
        }
    }
}
