using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.OpenCity.Model;

namespace Suiying.OpenCity.Storage;

/// <summary>Reads what was published.</summary>
public sealed class OpenBook(OpenCityDb db, ICityRegistry registry)
{
    /// <summary>Months of a curve.</summary>
    public const int Curve = 13;

    public CitySnapshot City => registry.Current;

    internal OpenKeys Keys => new(City);

    /// <summary>The newest publication of each month, newest month first.</summary>
    public async Task<IReadOnlyList<OpenMonth>> Months(CancellationToken ct) =>
        [
            .. (await db.Months.AsNoTracking().ToListAsync(ct))
                .GroupBy(m => m.Month)
                .Select(g => g.MaxBy(m => m.Revision)!)
                .OrderByDescending(m => m.Month),
        ];

    /// <summary>Of those months the one that is asked for, or the newest where none is; null where there is no such month.</summary>
    internal static OpenMonth? Chosen(IReadOnlyList<OpenMonth> months, DateOnly? asked) =>
        months.FirstOrDefault(m => asked is null || m.Month == asked);

    /// <summary>The month that is asked for, or the newest where none is; null where there is no such month.</summary>
    public async Task<OpenMonth?> Find(DateOnly? month, CancellationToken ct) =>
        await db
            .Months.AsNoTracking()
            .Where(m => month == null || m.Month == month)
            .OrderByDescending(m => m.Month)
            .ThenByDescending(m => m.Revision)
            .FirstOrDefaultAsync(ct);

    /// <summary>All of a month, in the order of their codes.</summary>
    public async Task<IReadOnlyList<OpenFigure>> All(DateOnly month, CancellationToken ct) =>
        await Ordered(db.Figures.Where(f => f.Month == month)).ToListAsync(ct);

    /// <summary>An area and its parts, of all categories.</summary>
    public async Task<IReadOnlyList<OpenFigure>> OfArea(DateOnly month, string area, CancellationToken ct)
    {
        List<string> areas = [area, .. Keys.Areas(area), OpenKeys.RestOf(area)];
        return await Ordered(db.Figures.Where(f => f.Month == month && f.Category == OpenKeys.All && areas.Contains(f.Area)))
            .ToListAsync(ct);
    }

    /// <summary>A category and its parts, in the whole city.</summary>
    public async Task<IReadOnlyList<OpenFigure>> OfCategory(DateOnly month, string category, CancellationToken ct)
    {
        var city = Keys.City;
        List<string> categories = [category, .. Keys.Categories(category), OpenKeys.RestOf(category)];
        return await Ordered(db.Figures.Where(f => f.Month == month && f.Area == city && categories.Contains(f.Category))).ToListAsync(ct);
    }

    /// <summary>Categories of the first level in one county, or counties with one category of the first level.</summary>
    public async Task<IReadOnlyList<OpenFigure>> Crossed(DateOnly month, OpenKind kind, string key, CancellationToken ct)
    {
        var (city, all) = (Keys.City, OpenKeys.All);
        var found = db.Figures.Where(f => f.Month == month && f.Area != city && f.Category != all);
        return await Ordered(kind is OpenKind.Area ? found.Where(f => f.Area == key) : found.Where(f => f.Category == key)).ToListAsync(ct);
    }

    /// <summary>One area with one category over the newest months, oldest first.</summary>
    public async Task<IReadOnlyList<OpenFigure>> Over(string area, string category, CancellationToken ct)
    {
        var found = await db
            .Figures.AsNoTracking()
            .Where(f => f.Area == area && f.Category == category)
            .OrderByDescending(f => f.Month)
            .Take(Curve)
            .ToListAsync(ct);
        found.Reverse();
        return found;
    }

    private static IQueryable<OpenFigure> Ordered(IQueryable<OpenFigure> figures) =>
        figures.AsNoTracking().OrderBy(f => f.Area).ThenBy(f => f.Category);
}
