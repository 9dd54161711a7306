using Suiying.Contracts.Registry;
using Suiying.Engines.Statistics;

namespace Suiying.Channels.Model.Phone;

/// <summary>坐席预测 of one half hour.</summary>
/// <param name="From">Its start in the city's time.</param>
/// <param name="Calls">Calls expected.</param>
/// <param name="Seats">Seats by which enough of them are answered in time.</param>
/// <param name="Rostered">People to be on the roster for it, with breaks.</param>
/// <param name="InTime">Share expected to be answered in time with these seats; null where nobody is expected.</param>
public sealed record ForecastBin(TimeOnly From, double Calls, int Seats, int Rostered, double? InTime);

/// <summary>坐席预测 of a day: the mean of the last days of the same kind, half hour by half hour, and Erlang C.</summary>
public sealed record SeatForecast
{
    public static readonly TimeSpan Bin = TimeSpan.FromMinutes(30);

    /// <summary>Where no call was ever handled, seats cannot be reckoned; this is taken until there is one. 示例.</summary>
    public static readonly TimeSpan UsualHandling = TimeSpan.FromMinutes(5);

    /// <summary>So many past days of the same kind are looked at.</summary>
    public const int Days = 4;

    public required DateOnly Day { get; init; }

    /// <summary>The days that were taken, newest first; fewer than <see cref="Days"/> where there are no more.</summary>
    public required IReadOnlyList<DateOnly> From { get; init; }

    /// <summary>Mean handling time of those days.</summary>
    public required TimeSpan Handling { get; init; }

    public required IReadOnlyList<ForecastBin> Bins { get; init; }

    public int MostSeats => Bins.Count == 0 ? 0 : Bins.Max(b => b.Seats);

    /// <param name="day">The day that is forecast.</param>
    /// <param name="past">Calls by past day; each with its local time of day.</param>
    /// <param name="service">The city's promise.</param>
    public static SeatForecast Of(
        DateOnly day,
        IReadOnlyDictionary<DateOnly, IReadOnlyList<(TimeOnly At, CallTimes Times)>> past,
        PhoneService service
    )
    {
        var calls = past.Values.SelectMany(d => d).Where(c => !IsShort(c.Times, service)).ToList();
        var handling =
            PhoneFigures.Of(calls.Select(c => c.Times), service).MeanHandling is { } mean && mean > TimeSpan.Zero ? mean : UsualHandling;
        var counts = new int[(int)(TimeSpan.FromDays(1) / Bin)];
        foreach (var (at, _) in calls)
            counts[(int)(at.ToTimeSpan() / Bin)]++;
        return new SeatForecast
        {
            Day = day,
            From = [.. past.Keys.OrderDescending()],
            Handling = handling,
            Bins =
            [
                .. counts.Select(
                    (count, i) => OfBin(TimeOnly.MinValue.Add(i * Bin), past.Count == 0 ? 0 : (double)count / past.Count, handling, service)
                ),
            ],
        };
    }

    private static ForecastBin OfBin(TimeOnly from, double calls, TimeSpan handling, PhoneService service)
    {
        var traffic = new Traffic(calls, Bin, handling);
        var within = TimeSpan.FromSeconds(service.AnswerSeconds);
        var seats = ErlangC.SeatsFor(traffic, within, service.AnsweredInTimePercent / 100.0);
        var rostered = (int)Math.Ceiling(seats / (1 - service.ShrinkagePercent / 100.0));
        return new ForecastBin(from, calls, seats, rostered, seats == 0 ? null : ErlangC.AnsweredWithin(traffic, seats, within));
    }

    /// <summary>Whoever hung up at once needs no seat; whoever met a busy line did.</summary>
    private static bool IsShort(CallTimes call, PhoneService service) =>
        !call.Busy && call.AnsweredAt is null && call.Wait <= TimeSpan.FromSeconds(service.ShortSeconds);
}
