using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>Each morning, at the time that the city set, yesterday's 日报 stands as a draft for a supervisor to read and issue.</summary>
public sealed class WriteDailies(RequestsDb db, ReportRows rows, ICityRegistry registry, TimeProvider time)
{
    public sealed record Command;

    /// <summary>True where a draft was written.</summary>
    public async Task<Outcome<bool>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        var (city, now) = (registry.Current, time.GetUtcNow());
        var local = city.Local(now);
        if (city.City.DailyReportAt is not { } at || TimeOnly.FromDateTime(local.DateTime) < at)
            return false;
        var yesterday = DateOnly.FromDateTime(local.DateTime).AddDays(-1);
        if (await db.Reports.AnyAsync(r => r.Kind == ReportKind.Daily && r.From == yesterday && r.Area == "", ct))
            return false;
        Translations.Speak(city.City.Culture);
        var scope = new ReportScope { From = yesterday, To = yesterday };
        var drafted = Report.Draft(ReportKind.Daily, ReportTitles.Daily(city, yesterday, ""), scope, by, now);
        if (!drafted.Ok(out var report, out var refusal) || !(await rows.Count(scope, ct)).Ok(out var content, out refusal))
            return refusal;
        if (report.Fill(content) is { } no)
            return no;
        db.Reports.Add(report);
        // Another process that wrote it at the same moment keeps the day; this one fails and finds it at the next turn.
        await db.SaveChangesAsync(ct);
        return true;
    }
}
