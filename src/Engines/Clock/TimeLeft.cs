namespace Suiying.Engines.Clock;

/// <summary>How much time is left, as words and as the share of a bar.</summary>
public static class TimeLeft
{
    /// <summary>
    /// Such as 还剩 4 天 2 小时, 还剩 3 小时 20 分 or 已超 1 天 2 小时: the two largest units, rounded down. A day is 24 hours.
    /// </summary>
    public static string Words(DateTimeOffset now, DateTimeOffset due)
    {
        var (says, span) = now <= due ? ("还剩", due - now) : ("已超", now - due);
        return $"{says}{Words(span)}";
    }

    /// <summary>Share of the time that is used up, 0 at <paramref name="start"/> to 1 at <paramref name="due"/> and after.</summary>
    public static double Used(DateTimeOffset start, DateTimeOffset now, DateTimeOffset due) => Share(now - start, due - start, now >= due);

    /// <summary>The same for a deadline; one in working days runs only in office time, so a weekend does not move its bar.</summary>
    public static double Used(Deadline deadline, WorkCalendar calendar, DateTimeOffset now)
    {
        var (start, due) = (deadline.StartsAt, deadline.DueAt);
        if (deadline.Rule.Unit is not DeadlineUnit.WorkingDays)
            return Used(start, now, due);

        var used = calendar.OfficeTimeBetween(start, now < due ? now : due);
        return Share(used, calendar.OfficeTimeBetween(start, due), now >= due);
    }

    private static double Share(TimeSpan used, TimeSpan whole, bool over) =>
        over ? 1
        : whole <= TimeSpan.Zero ? 0
        : Math.Clamp(used / whole, 0, 1);

    private static string Words(TimeSpan span)
    {
        if (span < TimeSpan.FromMinutes(1))
            return "不到 1 分";

        return span.Days > 0 ? Pair(span.Days, "天", span.Hours, "小时") : Pair(span.Hours, "小时", span.Minutes, "分");
    }

    private static string Pair(int large, string largeUnit, int small, string smallUnit)
    {
        var first = large > 0 ? $" {large} {largeUnit}" : "";
        var second = small > 0 ? $" {small} {smallUnit}" : "";
        return first + second;
    }
}
