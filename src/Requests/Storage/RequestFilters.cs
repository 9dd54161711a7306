using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>Conditions that more than one list needs.</summary>
internal static class RequestFilters
{
    /// <summary>Matters that lie with a unit or a closed one that it took over; without any, by equality, which an index answers.</summary>
    public static IQueryable<ServiceRequest> OfUnit(this IQueryable<ServiceRequest> rows, string unit, CitySnapshot city)
    {
        var units = city.Units.ActsFor(unit);
        return units.Count == 1 ? rows.Where(r => r.Holder == unit) : rows.Where(r => units.Contains(r.Holder!));
    }

    /// <summary>
    /// Matters of a category and all below it. A category without any below it is asked for by equality, which an index answers; a prefix
    /// would walk the whole table to find a rare one.
    /// </summary>
    public static IQueryable<ServiceRequest> OfCategory(this IQueryable<ServiceRequest> rows, string category, CitySnapshot city) =>
        city.Categories.Children(category).Any()
            ? rows.Where(r => r.Category!.StartsWith(category))
            : rows.Where(r => r.Category == category);

    /// <summary>
    /// Matters that count for a category or one below it, as statistics count them: what was filed under a retired one counts for its successor.
    /// </summary>
    public static IQueryable<ServiceRequest> FiledUnder(this IQueryable<ServiceRequest> rows, string category, CitySnapshot city)
    {
        var categories = city.Categories;
        var filed = categories.All.Where(c => categories.Within(categories.Acting(c.Code), category)).Select(c => c.Code).ToList();
        return filed is [var only] ? rows.Where(r => r.Category == only) : rows.Where(r => filed.Contains(r.Category!));
    }

    /// <summary>Requests registered on some days of the city, both included; null leaves a side open.</summary>
    public static IQueryable<ServiceRequest> RegisteredOn(
        this IQueryable<ServiceRequest> rows,
        DateOnly? from,
        DateOnly? to,
        CitySnapshot city
    )
    {
        if (from is { } first)
        {
            var start = city.Calendar.StartOf(first);
            rows = rows.Where(r => r.RegisteredAt >= start);
        }
        if (to is { } last)
        {
            var end = city.Calendar.StartOf(last.AddDays(1));
            rows = rows.Where(r => r.RegisteredAt < end);
        }
        return rows;
    }

    /// <summary>Matters of which these units were told, since one below them has them.</summary>
    public static IQueryable<ServiceRequest> CopiedTo(this IQueryable<ServiceRequest> rows, IReadOnlyList<string> units) =>
        rows.Where(r => units.Contains(r.CopiedTo!));

    /// <summary>
    /// Late matters whose person nobody has called. Walked by the next duty, which is never later than the reply: the index on it leaves out all
    /// that is in time.
    /// </summary>
    public static IQueryable<ServiceRequest> Uncalled(this IQueryable<ServiceRequest> rows, DateTimeOffset now) =>
        rows.Where(r =>
            r.DueAt < now
            && r.ReplyDueAt < now
            && r.RepliedAt == null
            && r.OverdueCallAt == null
            && (r.State == RequestState.Dispatched || r.State == RequestState.Signed || r.State == RequestState.InProgress)
        );

    /// <summary>What anybody may know of (design law 4): sealed and secret matters and 举报 never.</summary>
    public static readonly Expression<Func<ServiceRequest, bool>> IsPublic = r =>
        r.Confidentiality == Confidentiality.Normal && r.Type != RequestType.Report;

    /// <summary>All that <see cref="IsPublic"/> lets through, to be read only.</summary>
    public static IQueryable<ServiceRequest> OpenToAll(this IQueryable<ServiceRequest> rows) => rows.AsNoTracking().Where(IsPublic);

    /// <summary>Matters in an area and all below it.</summary>
    public static IQueryable<ServiceRequest> OfArea(this IQueryable<ServiceRequest> rows, Area area, CitySnapshot city)
    {
        if (area.Level == AreaLevel.City)
            return rows;
        var code = area.Code;
        if (area.Level == AreaLevel.County)
            return rows.Where(r => r.County == code);
        List<string> codes = [code, .. city.Areas.Children(code).Select(a => a.Code)];
        return codes.Count == 1 ? rows.Where(r => r.Area == code) : rows.Where(r => codes.Contains(r.Area!));
    }
}
