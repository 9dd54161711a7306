using Suiying.Contracts.Registry;

namespace Suiying.Requests.Model.Synthetic;

/// <summary>When people call: more on working days than at weekends, in the morning than at night, in the season of their topic.</summary>
internal sealed class Rhythm
{
    private const int FreshDays = 10;

    /// <summary>Monday to Sunday; hotlines are quieter at weekends but never silent.</summary>
    private static readonly double[] Week = [1.18, 1.1, 1.06, 1.04, 1.02, 0.84, 0.76];

    /// <summary>Hour by hour: two peaks in office hours, a third after supper.</summary>
    private static readonly double[] Hours =
    [
        0.25,
        0.15,
        0.1,
        0.1,
        0.12,
        0.25,
        0.6,
        1.3,
        2.6,
        3.2,
        3.1,
        2.3,
        1.5,
        1.6,
        2.4,
        2.7,
        2.6,
        2.1,
        1.7,
        1.9,
        1.8,
        1.3,
        0.8,
        0.4,
    ];

    /// <summary>Times of registration in rising order.</summary>
    public static List<DateTimeOffset> Times(Plan plan, int count, CitySnapshot city, IReadOnlyList<double> months, Chance chance)
    {
        var zone = city.Calendar.Zone;
        var end = TimeZoneInfo.ConvertTime(plan.Until, zone);
        var days = Enumerable.Range(0, plan.Days + 1).Select(back => end.Date.AddDays(back - plan.Days)).ToList();
        var weights = days.Select(day => DayWeight(day, end, city, months, chance)).ToList();
        var usual = weights.Sum();
        for (var i = Math.Max(0, days.Count - FreshDays); i < days.Count && plan.Fresh > 0; i++)
            weights[i] *= 1 + plan.Fresh / (1 - plan.Fresh) * usual / weights.Skip(days.Count - FreshDays).Sum();

        var total = weights.Sum();
        var times = new List<DateTimeOffset>(count);
        double soFar = 0;
        for (var i = 0; i < days.Count; i++)
        {
            soFar += weights[i];
            var upTo = i == days.Count - 1 ? count : (int)Math.Round(count * soFar / total);
            AddDay(times, days[i], upTo - times.Count, days[i] == end.Date ? end.TimeOfDay : TimeSpan.FromDays(1), zone, chance);
        }
        return times;
    }

    private static double DayWeight(DateTime day, DateTimeOffset end, CitySnapshot city, IReadOnlyList<double> months, Chance chance)
    {
        // A make-up Saturday is a working day for callers too.
        var weekday = ((int)day.DayOfWeek + 6) % 7;
        var work = city.Calendar.IsWorkDay(DateOnly.FromDateTime(day));
        var week =
            work && weekday > 4 ? Week[4]
            : !work && weekday < 5 ? Week[6]
            : Week[weekday];
        var passed = day == end.Date ? Hours.Take(end.Hour + 1).Sum() / Hours.Sum() : 1;
        return week * months[day.Month - 1] * (0.9 + 0.2 * chance.Next()) * passed;
    }

    private static void AddDay(List<DateTimeOffset> times, DateTime day, int count, TimeSpan until, TimeZoneInfo zone, Chance chance)
    {
        if (count <= 0)
            return;
        var hours = new Weighted<int>([.. Enumerable.Range(0, Math.Max(1, (int)Math.Ceiling(until.TotalHours)))], hour => Hours[hour]);
        var offset = zone.GetUtcOffset(day.AddHours(12));
        var start = new DateTimeOffset(day, offset).ToUniversalTime();
        var latest = (long)until.TotalMilliseconds;
        var moments = new List<long>(count);
        while (moments.Count < count)
        {
            var moment = hours.Draw(chance) * 3_600_000L + chance.Below(3_600_000);
            moments.Add(Math.Min(moment, latest));
        }
        moments.Sort();
        times.AddRange(moments.Select(m => start.AddMilliseconds(m)));
    }
}
