using System.Globalization;
using System.Text;
using Suiying.Contracts.Registry;

namespace Suiying.Registry.Model.Pack;

/// <summary>Writes a pack as the files that <see cref="PackReader"/> reads: the same entries come of them again.</summary>
internal static class PackWriter
{
    /// <summary>Names inside the pack and their text.</summary>
    public static IEnumerable<(string File, string Text)> Files(CityPack pack)
    {
        yield return (CityFile.Name, PackJson.City(pack.City));
        yield return (
            AreasFile.Name,
            Csv(
                "code,name,level,parent,served,administered_by,lon,lat,schematic,aliases,population",
                pack.Areas.Select(a =>
                    (string?[])
                        [
                            a.Code,
                            a.Name,
                            a.Level.ToString(),
                            a.Parent,
                            Flag(a.Served),
                            a.AdministeredBy,
                            Degrees(a.Longitude),
                            Degrees(a.Latitude),
                            Flag(a.Schematic),
                            string.Join(';', a.Aliases ?? []),
                            a.Population is { } people ? Number(people) : null,
                        ]
                )
            )
        );
        if (pack.Outlines.Count > 0)
            yield return (OutlinesFile.Name, PackJson.Outlines(pack));
        yield return (
            UnitsFile.Name,
            Csv(
                "code,name,kind,parent,area,function,phone,successor",
                pack.Units.Select(u => (string?[])[u.Code, u.Name, u.Kind.ToString(), u.Parent, u.Area, u.Function, u.Phone, u.Successor])
            )
        );
        yield return (BasesFile.Name, Csv("id,text,verified", pack.Bases.Select(b => (string?[])[b.Id, b.Text, Flag(b.Verified)])));
        yield return (CategoriesFile.Name, Categories(pack.Categories));
        yield return (
            DutiesFile.Name,
            Csv(
                "id,category,area_level,unit,kind,function,basis",
                pack.Duties.Select(d =>
                    (string?[])[d.Id, d.Category, d.AreaLevel.ToString(), d.Unit, d.Kind?.ToString(), d.Function, d.Basis]
                )
            )
        );
        foreach (var year in pack.Calendar)
            yield return ($"{CalendarFiles.Folder}/{year.Year.ToString(CultureInfo.InvariantCulture)}.json", PackJson.Calendar(year));
        yield return (DeadlinesFile.Name, PackJson.Deadlines(pack.Deadlines));
        yield return (
            RostersFile.Name,
            Csv(
                "unit,order,days,from,to,post,phone",
                pack.Rosters.Select(r =>
                    (string?[])[r.Unit, Number(r.Order), string.Join(';', r.Days), Time(r.From), Time(r.To), r.Post, r.Phone]
                )
            )
        );
        if (pack.Messages.Count > 0)
            yield return (
                MessagesFile.Name,
                Csv(
                    "event,language,channel,subject,text",
                    pack.Messages.Select(m => (string?[])[m.Event.ToString(), m.Language, m.Channel.ToString(), m.Subject, m.Text])
                )
            );
    }

    public static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    private static string Categories(IEnumerable<Category> categories) =>
        Csv(
            "code,name,level,parent,grade,tag,synonyms,examples,successor",
            categories.Select(c =>
                (string?[])
                    [
                        c.Code,
                        c.Name,
                        Number(c.Level),
                        c.Parent,
                        Number(c.Grade),
                        c.Tag,
                        string.Join(';', c.Synonyms),
                        string.Join(';', c.Examples),
                        c.Successor,
                    ]
            )
        );

    private static string Csv(string header, IEnumerable<string?[]> rows)
    {
        var text = new StringBuilder(header).Append('\n');
        foreach (var row in rows)
            text.AppendJoin(',', row.Select(cell => Quoted(cell ?? ""))).Append('\n');
        return text.ToString();
    }

    private static string Flag(bool flag) => flag ? "true" : "false";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The shortest text that reads as the same number; the reader knows no exponent.</summary>
    private static string? Degrees(double? degrees)
    {
        var text = degrees?.ToString("R", CultureInfo.InvariantCulture);
        return text?.Contains('E', StringComparison.Ordinal) == true ? degrees?.ToString("F20", CultureInfo.InvariantCulture) : text;
    }
}
