using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NetTopologySuite.Geometries;
using Suiying.Engines.Clock;

namespace Suiying.Registry.Model.Pack;

/// <summary>The JSON files of a pack, as <see cref="PackReader"/> reads them.</summary>
internal static class PackJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string City(CityFacts city) =>
        Write(json =>
        {
            var profile = city.Profile;
            json.WriteString("code", profile.Code);
            json.WriteStartObject("names");
            foreach (var (culture, name) in profile.Names)
                json.WriteString(culture, name);
            json.WriteEndObject();
            json.WriteString("culture", profile.Culture);
            json.WriteString("timeZone", profile.TimeZone);
            json.WriteString("hotline", profile.Hotline);
            List(json, EmergencyPart.Member, profile.Emergency, number => EmergencyPart.Write(json, number));
            if (profile.PhoneCountry is not null)
                json.WriteString("phoneCountry", profile.PhoneCountry);
            if (profile.RecusalBasis is not null)
                json.WriteString("recusalBasis", profile.RecusalBasis);
            json.WriteString("deadlineProfile", profile.DeadlineProfile);
            List(
                json,
                "officeHours",
                city.OfficeHours,
                hours =>
                {
                    json.WriteString("from", Day(hours.From));
                    json.WriteString("open", Time(hours.Open));
                    json.WriteString("close", Time(hours.Close));
                }
            );
            if (profile.Retention is { } retention)
                List(json, "retention", retention.Rules, rule => RetentionPart.Write(json, rule));
            if (profile.DailyReportAt is { } daily)
                json.WriteString("dailyReportAt", Time(daily));
            if (profile.Phone is { } phone)
                PhonePart.Write(json, phone);
            if (profile.Scores is { } scores)
                ScoresPart.Write(json, scores);
            if (profile.Themes is { } themes)
                ThemesPart.Write(json, themes);
            if (profile.Programmes is { Count: > 0 } programmes)
                List(json, ProgrammesPart.Member, programmes, programme => ProgrammesPart.Write(json, programme));
            if (profile.Quiet is { } quiet)
            {
                json.WriteStartObject("quietHours");
                json.WriteString("from", Time(quiet.From));
                json.WriteString("to", Time(quiet.To));
                json.WriteEndObject();
            }
            if (profile.Help is { } help)
                List(json, HelpPart.Member, help, button => HelpPart.Write(json, button));
            if (profile.VoiceInput)
                json.WriteBoolean("voiceInput", true);
            if (profile.Mailboxes.Count > 0)
                List(json, MailboxPart.Member, profile.Mailboxes, mailbox => MailboxPart.Write(json, mailbox));
            json.WriteStartArray("attributions");
            foreach (var text in profile.Attributions)
                json.WriteStringValue(text);
            json.WriteEndArray();
            json.WriteBoolean("synthetic", profile.Synthetic);
        });

    public static string Calendar(CalendarYear year) =>
        Write(json =>
        {
            json.WriteNumber("year", year.Year);
            json.WriteString("source", year.Source);
            List(
                json,
                "days",
                year.Days,
                day =>
                {
                    json.WriteString("date", Day(day.Date));
                    json.WriteString("name", day.Name);
                    json.WriteBoolean("off", day.Off);
                }
            );
        });

    public static string Deadlines(IEnumerable<DeadlineProfile> profiles) =>
        Write(json =>
            List(
                json,
                "profiles",
                profiles,
                profile =>
                {
                    json.WriteString("name", profile.Name);
                    List(json, "rules", profile.Rules, rule => Rule(json, rule));
                }
            )
        );

    /// <summary>Corners stand as they are kept: neither rounded nor turned.</summary>
    public static string Outlines(CityPack pack)
    {
        var drawn = pack.Areas.Where(a => a.Schematic).Select(a => a.Code).ToHashSet();
        var text = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[\n");
        foreach (var (code, rings) in pack.Outlines)
        {
            text.Append("{\"type\":\"Feature\",\"properties\":{\"code\":\"").Append(JsonEncodedText.Encode(code));
            text.Append("\",\"schematic\":").Append(drawn.Contains(code) ? "true" : "false");
            text.Append("},\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[");
            text.AppendJoin(',', Polygons(rings).Select(polygon => $"[{string.Join(',', polygon.Select(Ring))}]"));
            text.Append("]}},\n");
        }
        return text.Remove(text.Length - 2, 2).Append("\n]}\n").ToString();
    }

    /// <summary>Rings are kept in a row, each outer ring before its holes: a ring inside the last outer one and in none of its holes is a hole.</summary>
    private static List<List<IReadOnlyList<double[]>>> Polygons(IReadOnlyList<IReadOnlyList<double[]>> rings)
    {
        var polygons = new List<List<IReadOnlyList<double[]>>>();
        Polygon? outer = null;
        var holes = new List<Polygon>();
        foreach (var ring in rings)
        {
            var shape = new Polygon(new LinearRing([.. ring.Select(c => new Coordinate(c[0], c[1]))]));
            if (outer?.Covers(shape) == true && !holes.Any(h => h.Covers(shape)))
            {
                polygons[^1].Add(ring);
                holes.Add(shape);
                continue;
            }
            (outer, holes) = (shape, []);
            polygons.Add([ring]);
        }
        return polygons;
    }

    private static string Ring(IReadOnlyList<double[]> ring) =>
        $"[{string.Join(',', ring.Select(c => string.Create(CultureInfo.InvariantCulture, $"[{c[0]:R},{c[1]:R}]")))}]";

    private static void Rule(Utf8JsonWriter json, DeadlineRule rule)
    {
        json.WriteString("kind", rule.Kind.ToString());
        if (rule.Category is not null)
            json.WriteString("category", rule.Category);
        if (rule.Grade is { } grade)
            json.WriteNumber("grade", grade);
        json.WriteNumber("amount", rule.Amount);
        json.WriteString("unit", rule.Unit.ToString());
        json.WriteBoolean("fromLaw", rule.FromLaw);
        json.WriteString("basis", rule.Basis);
        json.WriteBoolean("verified", rule.Verified);
    }

    private static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static string Write(Action<Utf8JsonWriter> members)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
