using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
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
