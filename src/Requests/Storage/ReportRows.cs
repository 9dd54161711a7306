using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Channels;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>
/// Counts the numbers of a report from the requests as they are now. All that was registered since the earliest day that is looked at, all that ended
/// since, and all that is open: three indexed ranges.
/// </summary>
public sealed class ReportRows(RequestsDb db, ICityRegistry registry, IPhoneTallies phones, TimeProvider time)
{
    /// <summary>Some 300 bytes each while they are counted.</summary>
    public const int Most = 400_000;

    public async Task<Outcome<ReportContent>> Count(ReportScope scope, CancellationToken ct)
    {
        var (city, now) = (registry.Current, time.GetUtcNow());
        if (scope.Check(city, city.Calendar.DateOf(now)) is { } problem)
            return problem;
        var count = new ReportCount
        {
            Scope = scope,
            City = city,
            AsOf = now,
            Rows = [],
        };
        var times = scope.Times(city, now);
        // A repetition is known by what came before it.
        var first = new[] { count.BeforeStart, count.CurveStart, times.Start.AddDays(-Repetition.Days) }.Min();
        var all = Within(scope, city);
        var registered = all.Where(r => r.RegisteredAt >= first && r.RegisteredAt < times.End);
        var rest = all.Where(r => r.RegisteredAt < first && (r.EndedAt == null || r.EndedAt >= count.CurveStart));
        var many = await registered.CountAsync(ct) + await rest.CountAsync(ct);
        if (many > Most)
            return new TooMuchForReport(many, Most);
        var rows = await BoardRows.Select(db, registered).ToListAsync(ct);
        rows.AddRange(await BoardRows.Select(db, rest).ToListAsync(ct));
        // A report of days long past still counts what is open now, also what came later.
        rows.AddRange(await BoardRows.Select(db, all.Where(r => r.RegisteredAt >= times.End && r.EndedAt == null)).ToListAsync(ct));
        return ReportContent.Of(count with { Rows = Repetition.Mark(rows), Phone = await Phone(scope, times, ct) });
    }

    private IQueryable<ServiceRequest> Within(ReportScope scope, CitySnapshot city)
    {
        var all = db.Requests.AsNoTracking().Where(r => r.Confidentiality == Confidentiality.Normal);
        if (scope.Category.Length == 0)
            return all;
        var codes = city.Categories.All.Where(c => city.Categories.Within(c.Code, scope.Category)).Select(c => c.Code).ToList();
        return all.Where(r => r.Category != null && codes.Contains(r.Category));
    }

    private async Task<ReportPhone?> Phone(ReportScope scope, ReportTimes times, CancellationToken ct)
    {
        if (scope.Area.Length + scope.Unit.Length + scope.Category.Length > 0)
            return null;
        return await phones.Between(times.Start, times.End, ct) is { } told
            ? new ReportPhone(told.Offered, told.Answered, told.ConnectRate, told.ServiceLevel, told.AnswerSeconds)
            : null;
    }
}
