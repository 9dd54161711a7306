using Microsoft.Extensions.Localization;

namespace Suiying.Design;

/// <summary>How urgent a deadline is, by the share of the time that has gone: 50, 80 and 100 %.</summary>
public enum DueLevel
{
    Ok,
    Half,
    Soon,
    Over,
    Done,
}

/// <summary>The time left until a deadline in words, as desks and residents read it.</summary>
public static class TimeLeft
{
    /// <summary>The share of the time gone, 0 to 100; 0 when the start is unknown and the deadline has not passed.</summary>
    public static int Percent(DateTimeOffset? start, DateTimeOffset due, DateTimeOffset at)
    {
        if (at >= due)
            return 100;
        if (start is not { } from || at <= from)
            return 0;
        return (int)((at - from) * 100 / (due - from));
    }

    public static DueLevel Level(DateTimeOffset? start, DateTimeOffset due, DateTimeOffset at) =>
        at > due
            ? DueLevel.Over
            : Percent(start, due, at) switch
            {
                >= 80 => DueLevel.Soon,
                >= 50 => DueLevel.Half,
                _ => DueLevel.Ok,
            };

    /// <summary>A span in its two largest units: 2 天 4 小时, 3 小时 20 分, 12 分.</summary>
    public static string Words(TimeSpan span, IStringLocalizer<DesignTexts> texts) =>
        span.Duration() switch
        {
            { TotalMinutes: < 1 } => texts["不到 1 分钟"],
            { TotalHours: < 1 } s => texts["{0} 分钟", s.Minutes],
            { TotalDays: < 1, Minutes: 0 } s => texts["{0} 小时", s.Hours],
            { TotalDays: < 1 } s => texts["{0} 小时 {1} 分", s.Hours, s.Minutes],
            { Hours: 0 } s => texts["{0} 天", s.Days],
            var s => texts["{0} 天 {1} 小时", s.Days, s.Hours],
        };
}
