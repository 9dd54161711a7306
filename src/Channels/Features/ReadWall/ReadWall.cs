using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model.Phone;
using Suiying.Channels.Storage;
using Suiying.Contracts.Channels;
using Suiying.Contracts.Registry;

namespace Suiying.Channels.Features;

/// <summary>话务大屏: what the phones are doing now, of the last 24 hours and of today. It is of the hotline; nobody's own figures are in it.</summary>
public sealed class ReadWall(ChannelsDb db, ICityRegistry registry, TimeProvider time)
{
    public sealed record Query;

    public async Task<Outcome<PhoneWall>> Run(Query query, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.Agent, Role.Supervisor, Role.Leader))
            return new NotAllowed();
        var (city, now) = (registry.Current, time.GetUtcNow());
        var today = city.Calendar.StartOf(city.Calendar.DateOf(now));
        // The first point of the curve, 24 hours ago, looks back over the 24 hours before it.
        var calls = await db.TimesBetween(now - 2 * PhoneWall.Rolling, now.AddMilliseconds(1), ct);
        var since = now - PhoneCall.LongestCall;
        var open = await db.Calls.AsNoTracking().Where(c => c.AskedAt > since && c.WrappedAt == null).ToListAsync(ct);
        var states = open.Select(c => c.StateAt(now)).ToList();
        var waiting = open.Where(c => c.StateAt(now) is CallState.Waiting or CallState.Ringing).ToList();
        var lost = now - Seat.Lost;
        var seats = await db.Seats.AsNoTracking().Where(s => s.State != SeatState.Away && s.SeenAt > lost).ToListAsync(ct);
        var figures = PhoneFigures.Of(calls.Where(c => c.AskedAt >= today), city.Phone);
        return new PhoneWall
        {
            Now = now,
            Last24Hours = PhoneFigures.Of(calls.Where(c => c.AskedAt > now - PhoneWall.Rolling), city.Phone),
            Today = figures,
            Waiting = waiting.Count,
            LongestWait = waiting.Count == 0 ? null : now - waiting.Min(c => c.AskedAt),
            Talking = states.Count(s => s is CallState.Talking),
            WrappingUp = states.Count(s => s is CallState.WrappingUp),
            Ready = seats.Count(s => s.State is SeatState.Ready),
            AtBreak = seats.Count(s => s.State is SeatState.Break),
            Utilisation = await Utilisation(today, now, figures.Worked, seats, ct),
            Curve = PhoneWall.CurveOf(calls, now, city.Phone),
            Synthetic = await db.Calls.AnyAsync(c => c.Synthetic && c.AskedAt > today.AddDays(-1), ct),
        };
    }

    /// <summary>坐席利用率 = busy with calls / ready; null where no seat was ready today.</summary>
    private async Task<double?> Utilisation(
        DateTimeOffset today,
        DateTimeOffset now,
        TimeSpan worked,
        List<Seat> seats,
        CancellationToken ct
    )
    {
        var spans = await db.SeatSpans.AsNoTracking().Where(s => s.Until > today && s.State == SeatState.Ready).ToListAsync(ct);
        var ready =
            spans.Sum(s => (s.Until - Later(s.From, today)).TotalSeconds)
            + seats.Where(s => s.State is SeatState.Ready).Sum(s => (now - Later(s.Since, today)).TotalSeconds);
        return ready <= 0 ? null : Math.Min(1, worked.TotalSeconds / ready);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

/// <summary>One point of the curve of 接通率 over the 24 hours before it.</summary>
public sealed record WallPoint(DateTimeOffset At, int Counted, double? ConnectRate, double? ServiceLevel);

/// <summary>What the wall shows.</summary>
public sealed record PhoneWall
{
    public static readonly TimeSpan Rolling = TimeSpan.FromHours(24);

    public required DateTimeOffset Now { get; init; }
    public required PhoneFigures Last24Hours { get; init; }
    public required PhoneFigures Today { get; init; }
    public required int Waiting { get; init; }
    public required TimeSpan? LongestWait { get; init; }
    public required int Talking { get; init; }
    public required int WrappingUp { get; init; }

    /// <summary>Seats that are ready, those that speak or write included.</summary>
    public required int Ready { get; init; }
    public required int AtBreak { get; init; }
    public required double? Utilisation { get; init; }
    public required IReadOnlyList<WallPoint> Curve { get; init; }
    public required bool Synthetic { get; init; }

    /// <summary>Every half hour of the last day, the rates of the 24 hours before it.</summary>
    /// <param name="calls">Those of two days, oldest first.</param>
    /// <param name="now">The last point.</param>
    /// <param name="service">The city's promise.</param>
    public static IReadOnlyList<WallPoint> CurveOf(IReadOnlyList<CallTimes> calls, DateTimeOffset now, PhoneService service)
    {
        // Each half hour is counted once; a point is the sum of its 48.
        var bins = (int)(Rolling / SeatForecast.Bin);
        var first = now - 2 * Rolling;
        var counted = calls
            .GroupBy(c => (int)Math.Ceiling((c.AskedAt - first) / SeatForecast.Bin))
            .ToDictionary(g => g.Key, g => PhoneFigures.Of(g, service));
        return
        [
            .. Enumerable
                .Range(bins, bins + 1)
                .Select(last =>
                {
                    var day = Enumerable
                        .Range(last - bins + 1, bins)
                        .Select(bin => counted.GetValueOrDefault(bin))
                        .OfType<PhoneFigures>()
                        .ToList();
                    var (answered, all) = (day.Sum(f => f.Answered), day.Sum(f => f.Counted));
                    return new WallPoint(
                        first + last * SeatForecast.Bin,
                        all,
                        PhoneFigures.Share(answered, all),
                        PhoneFigures.Share(day.Sum(f => f.InTime), answered)
                    );
                }),
        ];
    }
}
