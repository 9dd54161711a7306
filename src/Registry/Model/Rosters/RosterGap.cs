using Suiying.Contracts.Registry;

namespace Suiying.Registry.Model.Rosters;

/// <summary>值班空档: a part of some days of the week in which no post of a unit is on duty. Until is 00:00 where the day ends with it.</summary>
public sealed record RosterGap(IReadOnlyList<int> Days, TimeOnly From, TimeOnly Until)
{
    /// <summary>In the order of the days; none where somebody is on duty all the week.</summary>
    public static IReadOnlyList<RosterGap> Of(IEnumerable<RosterEntry> entries) =>
        [
            .. Free(entries)
                .SelectMany(ByDay)
                .GroupBy(part => (part.From, part.Until), part => part.Day)
                .Select(same => new RosterGap([.. same.Order()], At(same.Key.From), At(same.Key.Until)))
                .OrderBy(gap => gap.Days[0])
                .ThenBy(gap => gap.From),
        ];

    private static IEnumerable<DutySpan> Free(IEnumerable<RosterEntry> entries)
    {
        var at = 0;
        foreach (var span in entries.SelectMany(e => e.Spans()).OrderBy(s => s.From))
        {
            if (span.From > at)
                yield return new DutySpan(at, span.From);
            at = Math.Max(at, span.Until);
        }
        if (at < DutySpan.Week)
            yield return new DutySpan(at, DutySpan.Week);
    }

    private static IEnumerable<(int Day, int From, int Until)> ByDay(DutySpan span)
    {
        for (var from = span.From; from < span.Until; )
        {
            var day = from / DutySpan.Day;
            var until = Math.Min(span.Until, (day + 1) * DutySpan.Day);
            yield return (day + 1, from - day * DutySpan.Day, until - day * DutySpan.Day);
            from = until;
        }
    }

    private static TimeOnly At(int minute) => TimeOnly.MinValue.AddMinutes(minute % DutySpan.Day);
}
