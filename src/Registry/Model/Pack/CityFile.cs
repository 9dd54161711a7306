using System.Globalization;
using Suiying.Contracts.Registry;
using Suiying.Engines.Clock;

namespace Suiying.Registry.Model.Pack;

/// <summary>city.json: the city itself.</summary>
internal static class CityFile
{
    public const string Name = "city.json";

    public static CityFacts? Read(PackFolder folder, BasesFile bases)
    {
        if (JsonPart.Read(folder, Name) is not { } city)
            return null;
        var (names, culture) = (city.Dictionary("names"), CultureOf(city));
        if (culture.Length > 0 && !names.ContainsKey(CityProfile.LanguageOf(culture)))
            city.Report($"names.{CityProfile.LanguageOf(culture)}", $"缺少本市语言 {culture} 的名称。", "城市自己的名称");
        var profile = new CityProfile
        {
            Code = CodeOf(city),
            Names = names,
            TimeZone = TimeZoneOf(city),
            DeadlineProfile = city.Text("deadlineProfile"),
            Hotline = HotlineOf(city),
            Emergency = EmergencyPart.Read(city),
            PhoneCountry = PhoneCountryOf(city),
            Culture = culture,
            RecusalBasis = city.OptionalText("recusalBasis") is null ? null : bases.Cited(city, "recusalBasis"),
            Retention = RetentionPart.Read(city, bases),
            DailyReportAt = city.OptionalText("dailyReportAt") is null ? null : city.Time("dailyReportAt"),
            Phone = PhonePart.Read(city, bases),
            Scores = ScoresPart.Read(city, bases),
            Themes = ThemesPart.Read(city, bases),
            Programmes = ProgrammesPart.Read(city, bases),
            Quiet = QuietOf(city),
            Help = HelpPart.Read(city),
            VoiceInput = city.Flag("voiceInput", false),
            Mailboxes = MailboxPart.Read(city),
            Attributions = city.Texts("attributions"),
            Synthetic = city.Flag("synthetic", null),
        };
        return new CityFacts(profile, HoursOf(city));
    }

    /// <summary>Numbers of tickets begin with it, and those are digits that people read out.</summary>
    private static string CodeOf(JsonPart city)
    {
        var code = city.Text("code");
        if (code.Length > 6 || !code.All(char.IsAsciiDigit))
            city.Report("code", $"“{code}”不能用作工单编号的开头。", "至多 6 位数字");
        return code;
    }

    private static string TimeZoneOf(JsonPart city)
    {
        var zone = city.Text("timeZone");
        // A Windows name would work here and fail on the next machine.
        if (zone.Length > 0 && (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) || !found.HasIanaId))
            city.Report("timeZone", $"不认识时区“{zone}”。", "IANA 名称，如 Asia/Shanghai");
        return zone;
    }

    private static string HotlineOf(JsonPart city)
    {
        var hotline = city.Text("hotline");
        if (hotline.Any(c => !char.IsAsciiDigit(c) && c is not ('-' or '+' or ' ')))
            city.Report("hotline", $"“{hotline}”不是电话号码。", "如 12345");
        return hotline;
    }

    private static string? PhoneCountryOf(JsonPart city)
    {
        var country = city.OptionalText("phoneCountry");
        if (country is null)
            return null;
        if (country is ['+', >= '1' and <= '9', ..] && country.Length <= 4 && country[1..].All(char.IsAsciiDigit))
            return country;
        city.Report("phoneCountry", $"“{country}”不是国家或地区的电话区号。", "如 +86");
        return null;
    }

    private static QuietHours? QuietOf(JsonPart city) =>
        city.Object("quietHours") is { } part && part.Time("from") is { } from && part.Time("to") is { } to
            ? new QuietHours(from, to)
            : null;

    private static string CultureOf(JsonPart city)
    {
        var culture = city.Text("culture");
        try
        {
            if (culture.Length > 0)
                _ = CultureInfo.GetCultureInfo(culture, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            city.Report("culture", $"不认识语言“{culture}”。", "如 zh-CN");
        }
        return culture;
    }

    private static List<OfficeHours> HoursOf(JsonPart city)
    {
        var all = new List<OfficeHours>();
        foreach (var part in city.Objects("officeHours"))
        {
            var (from, open, close) = (part.Date("from"), part.Time("open"), part.Time("close"));
            if (from is null || open is null || close is null)
                continue;
            if (open >= close)
                part.Report("close", "下班时刻不晚于上班时刻。", "晚于 open");
            if (all.Count > 0 && from <= all[^1].From)
                part.Report("from", "办公时间应按起始日期从早到晚排列，且不重复。", $"晚于 {all[^1].From:yyyy-MM-dd}");
            all.Add(new OfficeHours(from.Value, open.Value, close.Value));
        }
        if (all.Count == 0)
            city.Report("officeHours", "至少要有一段办公时间。");
        return all;
    }
}
