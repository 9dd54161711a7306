namespace Suiying.Engines.Statistics;

/// <summary>
/// Erlang C: a queue with one line of callers that nobody leaves, arrivals at random and handling times that are exponential (M/M/c; A. K. Erlang
/// 1917). Callers who give up make the true wait shorter, so the seats it asks for are enough rather than too few. Pure and thread-safe.
/// </summary>
/// <param name="Calls">Calls that arrive in one interval, 0 or more.</param>
/// <param name="Interval">Length of the interval, above zero.</param>
/// <param name="Handling">Mean time that one call takes a seat: talk and after-call work; above zero.</param>
public readonly record struct Traffic(double Calls, TimeSpan Interval, TimeSpan Handling)
{
    /// <summary>Offered load in erlangs: how many seats would be busy at any moment if nobody waited.</summary>
    public double Erlangs => Calls * (Handling / Interval);
}

/// <summary>What a number of seats gives for a <see cref="Traffic"/>, and how many it needs.</summary>
public static class ErlangC
{
    /// <summary>The most seats that are tried.</summary>
    public const int MostSeats = 10_000;

    /// <summary>Share of callers who wait at all, 0 to 1; 1 where the seats are too few for the load and the line only grows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The load is negative or no number, or there is no seat.</exception>
    public static double WaitShare(double erlangs, int seats)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(erlangs);
        ArgumentOutOfRangeException.ThrowIfLessThan(seats, 1);
        if (!double.IsFinite(erlangs))
            throw new ArgumentOutOfRangeException(nameof(erlangs));
        if (erlangs >= seats)
            return 1;
        // Erlang B by its recursion, which neither overflows nor loses digits as the factorials of the closed form do.
        var blocked = 1.0;
        for (var n = 1; n <= seats; n++)
            blocked = erlangs * blocked / (n + erlangs * blocked);
        return blocked / (1 - erlangs / seats * (1 - blocked));
    }

    /// <summary>Share of callers who are answered within a time, 0 to 1.</summary>
    public static double AnsweredWithin(Traffic traffic, int seats, TimeSpan within)
    {
        var erlangs = traffic.Erlangs;
        return erlangs >= seats ? 0 : 1 - WaitShare(erlangs, seats) * Math.Exp(-(seats - erlangs) * (within / traffic.Handling));
    }

    /// <summary>Mean wait of all callers; null where the line only grows.</summary>
    public static TimeSpan? MeanWait(Traffic traffic, int seats)
    {
        var erlangs = traffic.Erlangs;
        return erlangs >= seats ? null : traffic.Handling * (WaitShare(erlangs, seats) / (seats - erlangs));
    }

    /// <summary>Share of the time that a seat is busy, 0 to 1.</summary>
    public static double Occupancy(Traffic traffic, int seats) => Math.Min(1, traffic.Erlangs / seats);

    /// <summary>The fewest seats by which at least a share of callers is answered within a time; 0 where nobody calls.</summary>
    /// <param name="traffic">What arrives.</param>
    /// <param name="within">Such as 15 seconds.</param>
    /// <param name="share">0 to below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not 0 to below 1, or even <see cref="MostSeats"/> are too few.</exception>
    public static int SeatsFor(Traffic traffic, TimeSpan within, double share)
    {
        if (share is not (>= 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(share));
        if (traffic.Calls <= 0)
            return 0;
        for (var seats = (int)Math.Floor(traffic.Erlangs) + 1; seats <= MostSeats; seats++)
        {
            if (AnsweredWithin(traffic, seats, within) >= share)
                return seats;
        }
        throw new ArgumentOutOfRangeException(nameof(traffic));
    }
}
