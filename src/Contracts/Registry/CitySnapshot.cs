using Suiying.Contracts.Channels;
using Suiying.Engines.Clock;

namespace Suiying.Contracts.Registry;

/// <summary>
/// One version of all that a city has told us about itself, immutable and in memory. Names are looked up here and never joined across
/// modules. Thread-safe: nothing in it changes; a newer version is another snapshot.
/// </summary>
public sealed class CitySnapshot
{
    public required CityProfile City { get; init; }

    /// <summary>Counts up with every load that changed something; recorded beside every decision.</summary>
    public required int Version { get; init; }

    public required AreaTree Areas { get; init; }

    public required UnitTree Units { get; init; }

    public required CategoryTree Categories { get; init; }

    public required DutyList Duties { get; init; }

    public required WorkCalendar Calendar { get; init; }

    /// <summary>By name; <see cref="CityProfile.DeadlineProfile"/> is the one in force.</summary>
    public required IReadOnlyDictionary<string, DeadlineProfile> DeadlineProfiles { get; init; }

    public required IReadOnlyList<RosterEntry> Rosters { get; init; }

    /// <summary>消息模板 in the city's own words; where there is none, the built-in one holds.</summary>
    public IReadOnlyList<MessageTemplate> Messages { get; init; } = [];

    /// <summary>免打扰时段 of who has chosen none.</summary>
    public QuietHours Quiet => City.Quiet ?? QuietHours.Usual;

    /// <summary>保存期限表</summary>
    public RetentionSchedule Retention => City.Retention ?? RetentionSchedule.Usual;

    /// <summary>话务标准</summary>
    public PhoneService Phone => City.Phone ?? PhoneService.Usual;

    /// <summary>考核方案</summary>
    public ScoreScheme Scores => City.Scores ?? ScoreScheme.Usual;

    /// <summary>每月一题的办法</summary>
    public ThemeScheme Themes => City.Themes ?? ThemeScheme.Usual;

    /// <summary>实施方案, in the pack's order; 民生实事 alone where the city says nothing.</summary>
    public IReadOnlyList<ProgrammeScheme> Programmes => City.Programmes is { Count: > 0 } own ? own : [ProgrammeScheme.Usual];

    /// <summary>The programme of a code; one that the city no longer has is as usual.</summary>
    public ProgrammeScheme ProgrammeOf(string code) =>
        Programmes.FirstOrDefault(p => p.Code == code) ?? ProgrammeScheme.Usual with { Code = code, Name = code };

    /// <summary>Numbers to call in danger, for a sentence: 110 / 119 / 120.</summary>
    public string EmergencyCalls => string.Join(" / ", City.Emergency.Where(e => !e.Sms).Select(e => e.Number));

    /// <summary>随呼随应, with the category that stands for each today.</summary>
    public IEnumerable<HelpPicture> Help => (City.Help ?? []).Select(h => h with { Category = Categories.Acting(h.Category)! });

    public DeadlineProfile Deadlines => DeadlineProfiles[City.DeadlineProfile];

    /// <summary>The deadline of a clock that starts now, and the rule that sets it.</summary>
    /// <param name="kind">Which duty is measured.</param>
    /// <param name="category">Code of the matter's category, or null; what took the place of a retired one answers for it.</param>
    /// <param name="grade">Urgency, 1 to 4.</param>
    /// <param name="start">When the clock starts.</param>
    public Deadline DeadlineOf(DeadlineKind kind, string? category, int grade, DateTimeOffset start)
    {
        var path = Categories.Upwards(Categories.Acting(category)).Select(c => c.Code);
        return DeadlineRules.Resolve(Deadlines, Calendar, kind, path, grade, start);
    }
}

/// <summary>The city itself.</summary>
public sealed record CityProfile
{
    /// <summary>Administrative code of the city, the same as that of the topmost area.</summary>
    public required string Code { get; init; }

    /// <summary>Names by culture, such as zh and en.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>IANA name of the time zone in which deadlines and dates are told.</summary>
    public required string TimeZone { get; init; }

    public required string DeadlineProfile { get; init; }

    /// <summary>The number that residents call.</summary>
    public required string Hotline { get; init; }

    /// <summary>Plus sign and country code of phone numbers that are written without one; null is +86.</summary>
    public string? PhoneCountry { get; init; }

    /// <summary>Culture of the city's own language, such as zh-CN: that of all names in the pack, and of pages until a person chooses.</summary>
    public required string Culture { get; init; }

    /// <summary>Article by which no accused unit may hold a matter, as <c>bases.csv</c> names it; null where the city cites none.</summary>
    public string? RecusalBasis { get; init; }

    /// <summary>How long records are kept; null for <see cref="RetentionSchedule.Defaults"/>.</summary>
    public RetentionSchedule? Retention { get; init; }

    /// <summary>应急电话, the one to call first in front; <see cref="EmergencyNumber.Usual"/> in a city that was stored before it was asked for them.</summary>
    public IReadOnlyList<EmergencyNumber> Emergency
    {
        get => field ?? EmergencyNumber.Usual;
        init;
    }

    /// <summary>When the daily report of the day before is drafted, on the city's clocks; null where nobody wants it.</summary>
    public TimeOnly? DailyReportAt { get; init; }

    /// <summary>What is promised of the phones; null for <see cref="PhoneService.Usual"/>.</summary>
    public PhoneService? Phone { get; init; }

    /// <summary>How the three rates are counted; null for <see cref="ScoreScheme.Usual"/>.</summary>
    public ScoreScheme? Scores { get; init; }

    /// <summary>How themes are chosen; null for <see cref="ThemeScheme.Usual"/>.</summary>
    public ThemeScheme? Themes { get; init; }

    /// <summary>实施方案; null or none for <see cref="ProgrammeScheme.Usual"/>.</summary>
    public IReadOnlyList<ProgrammeScheme>? Programmes { get; init; }

    /// <summary>When nobody is sent what can wait; null for <see cref="QuietHours.Usual"/>.</summary>
    public QuietHours? Quiet { get; init; }

    /// <summary>随呼随应: what can be asked for with two presses; null where the city has none.</summary>
    public IReadOnlyList<HelpPicture>? Help { get; init; }

    /// <summary>语音输入 also where the browser's maker hears it; false leaves it to browsers that hear on the device.</summary>
    public bool VoiceInput { get; init; }

    /// <summary>领导信箱, in the pack's order; none where the city's leaders take no letters here.</summary>
    public IReadOnlyList<LeaderMailbox> Mailboxes
    {
        get => field ?? [];
        init;
    }

    /// <summary>What must be said on pages that show facts of others, such as where division codes come from.</summary>
    public IReadOnlyList<string> Attributions
    {
        get => field ?? [];
        init;
    }

    /// <summary>True where the pack's units, people and numbers are made up; every page then says 演示数据.</summary>
    public bool Synthetic { get; init; }

    /// <summary>In the city's own language.</summary>
    public string Name => Names.GetValueOrDefault(LanguageOf(Culture)) ?? Names.Values.First();

    /// <summary>The language of a culture: zh of zh-CN.</summary>
    public static string LanguageOf(string culture) => culture.Split('-')[0];

    /// <summary>zh or en: in which it writes to whoever has chosen no language.</summary>
    public string Writes => LanguageOf(Culture) == "en" ? "en" : "zh";
}

/// <summary>Gives the newest snapshot. Hold the snapshot, not this, while one decision is made.</summary>
public interface ICityRegistry
{
    /// <exception cref="InvalidOperationException">No city has been loaded yet.</exception>
    CitySnapshot Current { get; }
}
