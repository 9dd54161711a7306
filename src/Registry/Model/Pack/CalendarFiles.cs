using System.Globalization;
using Suiying.Engines.Clock;

namespace Suiying.Registry.Model.Pack;

/// <summary>calendar/YYYY.json: the official notice of each year.</summary>
internal static class CalendarFiles
{
    public const string Folder = "calendar";

    public static IReadOnlyList<CalendarYear> Read(PackFolder folder)
    {
        var files = Directory.Exists(folder.At(Folder))
            ? Directory.EnumerateFiles(folder.At(Folder), "*.json").Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList()
            : [];
        if (files.Count == 0)
            folder.Report(Folder, null, null, "没有任何一年的日历。", "calendar/2026.json 之类");
        return [.. files.Select(file => One(folder, $"{Folder}/{file}")).OfType<CalendarYear>()];
    }

    private static CalendarYear? One(PackFolder folder, string file)
    {
        if (JsonPart.Read(folder, file) is not { } part)
            return null;
        var named = Path.GetFileNameWithoutExtension(file);
        var year = part.Whole("year", 1950, 2200);
        if (year is null && !part.Element.TryGetProperty("year", out _))
            part.Report("year", "缺少 year。", named);
        else if (year is not null && year.Value.ToString(CultureInfo.InvariantCulture) != named)
            part.Report("year", $"年份 {year} 与文件名 {named} 不同。", named);
        var source = part.Text("source");
        var days = new List<CalendarDay>();
        var seen = new HashSet<DateOnly>();
        foreach (var day in part.Objects("days"))
        {
            var (date, name, off) = (day.Date("date"), day.Text("name"), day.Flag("off", null));
            if (date is null)
                continue;
            if (year is not null && date.Value.Year != year)
                day.Report("date", $"{date:yyyy-MM-dd} 不在 {year} 年。", $"{year} 年的日期");
            if (!seen.Add(date.Value))
                day.Report("date", $"{date:yyyy-MM-dd} 出现了两次。");
            if (!off && date.Value.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                day.Report("off", $"{date:yyyy-MM-dd} 本来就是工作日，不是调休上班。", "周六或周日");
            days.Add(new CalendarDay(date.Value, name, off));
        }
        return new CalendarYear(year ?? 0, source, [.. days.OrderBy(d => d.Date)]);
    }
}
