using CsCheck;
using Suiying.Engines.Clock;
using static Suiying.Tests.Engines.Clock.Calendars;

namespace Suiying.Tests.Engines.Clock;

/// <summary>Laws that hold for every start and every amount, in a zone without and one with changes of clocks.</summary>
public sealed class WorkCalendarProperties
{
    private static readonly WorkCalendar[] Each = [Official, Of(2025), Plain("America/New_York")];

    private static readonly Gen<WorkCalendar> AnyCalendar = Gen.Int[0, Each.Length - 1].Select(i => Each[i]);

    private static readonly Gen<DateTimeOffset> AnyStart = Gen.Int[0, 5 * 366 * 24 * 60]
        .Select(minutes => new DateTimeOffset(2023, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes));

    private static readonly Gen<int> AnyAmount = Gen.Int[1, 60];

    [Fact]
    public void A_later_start_is_never_due_earlier() =>
        Gen.Select(AnyCalendar, AnyStart, AnyStart, AnyAmount)
            .Sample(
                (calendar, a, b, n) =>
                {
                    var (earlier, later) = a <= b ? (a, b) : (b, a);
                    return calendar.AddWorkingDays(earlier, n).At <= calendar.AddWorkingDays(later, n).At;
                }
            );

    [Fact]
    public void More_days_are_always_due_later() =>
        Gen.Select(AnyCalendar, AnyStart, AnyAmount)
            .Sample((calendar, start, n) => calendar.AddWorkingDays(start, n).At < calendar.AddWorkingDays(start, n + 1).At);

    [Fact]
    public void A_deadline_never_lands_on_a_rest_day_and_ends_at_the_close_of_office() =>
        Gen.Select(AnyCalendar, AnyStart, AnyAmount)
            .Sample(
                (calendar, start, n) =>
                {
                    var due = calendar.AddWorkingDays(start, n).At;
                    var date = calendar.DateOf(due);
                    return calendar.IsWorkDay(date) && TimeOnly.FromDateTime(due.DateTime) == calendar.OfficeHoursOn(date).Close;
                }
            );

    [Fact]
    public void Counting_back_gives_the_days_that_were_added() =>
        Gen.Select(AnyCalendar, AnyStart, AnyAmount)
            .Sample(
                (calendar, start, n) =>
                {
                    var (from, to) = (calendar.DateOf(start), calendar.DateOf(calendar.AddWorkingDays(start, n).At));
                    return calendar.WorkingDaysBetween(from, to) == n && calendar.WorkingDaysBetween(to, from) == -n;
                }
            );

    [Fact]
    public void A_result_is_provisional_exactly_where_a_date_that_may_still_move_was_counted() =>
        Gen.Select(AnyCalendar, AnyStart, AnyAmount)
            .Sample(
                (calendar, start, n) =>
                {
                    var due = calendar.AddWorkingDays(start, n);
                    var counted = Dates(calendar.DateOf(start).AddDays(1), calendar.DateOf(due.At));
                    return due.Provisional == counted.Any(MayMove);

                    bool MayMove(DateOnly d) =>
                        !calendar.IsPublished(d.Year) || (d is { Month: 12, Day: >= 25 } && !calendar.IsPublished(d.Year + 1));
                }
            );

    [Fact]
    public void A_notice_that_comes_later_moves_only_what_was_provisional() =>
        Gen.Select(AnyStart, AnyAmount)
            .Sample(
                (start, n) =>
                {
                    var before = Of(2024, 2025).AddWorkingDays(start, n);
                    return before.Provisional || before == Official.AddWorkingDays(start, n);
                },
                iter: 300
            );

    [Fact]
    public void The_next_working_day_is_the_nearest_and_comes_back_from_the_last_before() =>
        Gen.Select(AnyCalendar, AnyStart)
            .Sample(
                (calendar, start) =>
                {
                    var date = calendar.DateOf(start);
                    var next = calendar.NextWorkDay(date);
                    return next >= date
                        && calendar.IsWorkDay(next)
                        && Dates(date, next.AddDays(-1)).All(d => !calendar.IsWorkDay(d))
                        && calendar.NextWorkDay(calendar.LastWorkDayBefore(next).AddDays(1)) == next;
                }
            );

    [Fact]
    public void Office_time_adds_up() =>
        Gen.Select(AnyCalendar, AnyStart, Gen.Int[0, 20_000], Gen.Int[0, 20_000])
            .Sample(
                (calendar, start, first, second) =>
                {
                    var middle = start.AddMinutes(first);
                    var end = middle.AddMinutes(second);
                    var whole = calendar.OfficeTimeBetween(start, end);
                    return whole <= end - start
                        && whole == calendar.OfficeTimeBetween(start, middle) + calendar.OfficeTimeBetween(middle, end);
                }
            );

    private static IEnumerable<DateOnly> Dates(DateOnly from, DateOnly to)
    {
        for (var date = from; date <= to; date = date.AddDays(1))
            yield return date;
    }
}
