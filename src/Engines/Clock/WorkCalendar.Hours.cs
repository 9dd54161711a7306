namespace Suiying.Engines.Clock;

/// <content>Instants: from dates and office hours to the moment at which something is due.</content>
public sealed partial class WorkCalendar
{
    /// <summary>The same instant on the city's clocks.</summary>
    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

    /// <summary>The city's date at that instant.</summary>
    public DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    /// <summary>The instant at which a date of the city begins, on its clocks.</summary>
    public DateTimeOffset StartOf(DateOnly date)
    {
        var midnight = date.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight));
    }

    /// <summary>
    /// Due at the close of office of the <paramref name="days"/>-th working day after the date of <paramref name="start"/>. The day of the
    /// start is not counted, and a start after office hours belongs to that same date.
    /// </summary>
    /// <param name="start">Any offset; it is read in the city's zone.</param>
    /// <param name="days">At least 1.</param>
    public DueTime AddWorkingDays(DateTimeOffset start, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);

        var first = DateOf(start);
        var date = first;
        for (var left = days; left > 0; )
        {
            date = date.AddDays(1);
            if (IsWorkDay(date))
                left--;
        }
        return new DueTime(Instant(date, OfficeHoursOn(date).Close), !AllSettled(first, date));
    }

    /// <summary>
    /// Due after a span that no rest day stops, told in the city's zone. Elapsed time: where clocks change, a day is still 24 hours. Never
    /// provisional, as no calendar is needed.
    /// </summary>
    /// <param name="start">Any offset.</param>
    /// <param name="span">More than zero.</param>
    public DueTime AddNatural(DateTimeOffset start, TimeSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(span, TimeSpan.Zero);
        return new DueTime(TimeZoneInfo.ConvertTime(start + span, Zone), Provisional: false);
    }

    /// <summary>The hours in force on that date, whether or not it is a working day. Before the first entry, the first entry's.</summary>
    /// <exception cref="InvalidOperationException">The city has no office hours at all.</exception>
    public OfficeHours OfficeHoursOn(DateOnly date)
    {
        if (OfficeHours.Count == 0)
            throw new InvalidOperationException("城市没有写明办公时间（officeHours），不能计算工作日期限。");

        return OfficeHours.LastOrDefault(h => h.From <= date) ?? OfficeHours[0];
    }

    /// <summary>True from opening up to, but not including, closing on a working day.</summary>
    public bool IsOfficeTime(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, Zone).DateTime;
        var date = DateOnly.FromDateTime(local);
        if (!IsWorkDay(date))
            return false;

        var hours = OfficeHoursOn(date);
        var time = TimeOnly.FromDateTime(local);
        return hours.Open <= time && time < hours.Close;
    }

    /// <summary>Office time between two instants; zero where <paramref name="to"/> is not after <paramref name="from"/>.</summary>
    public TimeSpan OfficeTimeBetween(DateTimeOffset from, DateTimeOffset to)
    {
        var sum = TimeSpan.Zero;
        if (to <= from)
            return sum;

        for (var (date, last) = (DateOf(from), DateOf(to)); date <= last; date = date.AddDays(1))
        {
            if (!IsWorkDay(date))
                continue;

            var hours = OfficeHoursOn(date);
            var (open, close) = (Instant(date, hours.Open), Instant(date, hours.Close));
            var (begin, end) = (open > from ? open : from, close < to ? close : to);
            if (end > begin)
                sum += end - begin;
        }
        return sum;
    }

    /// <summary>True where <see cref="IsSettled"/> holds for every date after <paramref name="from"/> up to and including <paramref name="to"/>.</summary>
    public bool AllSettled(DateOnly from, DateOnly to)
    {
        for (var date = from; date < to; )
        {
            date = date.AddDays(1);
            if (!IsSettled(date))
                return false;
        }
        return true;
    }

    /// <summary>
    /// The instant at which the city's clocks show that time. Where a change of clocks skips it, the first instant after the gap; where they
    /// show it twice, the first of the two.
    /// </summary>
    public DateTimeOffset Instant(DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time, DateTimeKind.Unspecified);
        while (Zone.IsInvalidTime(local))
            local = local.AddMinutes(1);

        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset);
    }
}
