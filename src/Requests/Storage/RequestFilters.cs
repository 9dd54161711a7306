using Suiying.Contracts.Registry;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>Conditions that more than one list needs.</summary>
internal static class RequestFilters
{
    /// <summary>Matters of a unit and of closed ones that it took over; without any, by equality, which an index answers.</summary>
    public static IQueryable<ServiceRequest> OfUnit(this IQueryable<ServiceRequest> rows, string unit, CitySnapshot city)
    {
        var units = city.Units.ActsFor(unit);
        return units.Count == 1 ? rows.Where(r => r.Unit == unit) : rows.Where(r => units.Contains(r.Unit!));
    }

    /// <summary>
    /// Matters of a category and all below it. A category without any below it is asked for by equality, which an index answers; a prefix
    /// would walk the whole table to find a rare one.
    /// </summary>
    public static IQueryable<ServiceRequest> OfCategory(this IQueryable<ServiceRequest> rows, string category, CitySnapshot city) =>
        city.Categories.Children(category).Any()
            ? rows.Where(r => r.Category!.StartsWith(category))
            : rows.Where(r => r.Category == category);
}
