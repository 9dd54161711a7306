using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>日报 and 专报 that the actor may read, newest first; without their numbers.</summary>
public sealed class ListReports(RequestsDb db, ICityRegistry registry)
{
    public const int Size = 50;

    public sealed record Query
    {
        public ReportKind? Kind { get; init; }

        public int Skip { get; init; }
    }

    /// <param name="Reports">This slice.</param>
    /// <param name="More">True where another follows.</param>
    public sealed record Result(IReadOnlyList<ReportEntry> Reports, bool More);

    public async Task<Outcome<Result>> Run(Query query, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.Supervisor, Role.Leader))
            return new NotAllowed();
        var city = registry.Current;
        var reports = db.Reports.AsNoTracking();
        if (query.Kind is { } kind)
            reports = reports.Where(r => r.Kind == kind);
        if (!ReportAccess.MayWrite(by))
        {
            reports = reports.Where(r => r.State != ReportState.Draft);
            if (ReportAccess.AreasOf(by, city) is { } areas)
                reports = reports.Where(r => areas.Contains(r.Area));
        }
        var found = await reports
            .OrderByDescending(r => r.CreatedAt)
            .Skip(query.Skip)
            .Take(Size + 1)
            .Select(r => new ReportEntry(r.Id, r.Kind, r.State, r.Title, r.From, r.To, r.Year, r.Issue, r.ByName, r.CreatedAt, r.IssuedAt))
            .ToListAsync(ct);
        return new Result([.. found.Take(Size)], found.Count > Size);
    }
}

/// <summary>One line of the list.</summary>
public sealed record ReportEntry(
    Guid Id,
    ReportKind Kind,
    ReportState State,
    string Title,
    DateOnly From,
    DateOnly To,
    int Year,
    int Issue,
    string ByName,
    DateTimeOffset CreatedAt,
    DateTimeOffset? IssuedAt
);
