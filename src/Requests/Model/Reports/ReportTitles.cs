using Suiying.Contracts.Registry;
using Suiying.Design;

namespace Suiying.Requests.Model;

/// <summary>What a report is called until its writer says otherwise.</summary>
public static class ReportTitles
{
    public static string Daily(CitySnapshot city, DateOnly day, string area) =>
        Translations.Of("{0}{1}热线日报（{2}）", NameOf(city, area), city.City.Hotline, Moments.ShortDay(day));

    /// <summary>By its subject: the category, or the whole of it.</summary>
    public static string Special(CitySnapshot city, ReportScope scope) =>
        Translations.Of(
            "{0}{1}诉求专报",
            scope.Unit.Length > 0 ? city.Units.NameOf(scope.Unit) : NameOf(city, scope.Area),
            city.Categories.Find(scope.Category)?.Name ?? ""
        );

    private static string NameOf(CitySnapshot city, string area) => city.Areas.Find(area)?.Name ?? city.City.Name;
}
