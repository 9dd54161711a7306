namespace Suiying.Requests.Model;

/// <summary>日统计: what has become of the matters that were registered on one day; the start page sums a month of them.</summary>
public sealed class DayCount
{
    /// <summary>The city's day of registration.</summary>
    public required DateOnly Day { get; init; }

    public required int Received { get; init; }

    public required int Ended { get; init; }

    /// <summary>Answered, where an answer was due.</summary>
    public required int Answered { get; init; }

    public required int OnTime { get; init; }

    /// <summary>Of <see cref="Received"/>: made by a generator.</summary>
    public required int Synthetic { get; init; }

    /// <summary>How many others said that they met the same.</summary>
    public required int Supported { get; init; }

    /// <summary>The counts of requests as they stand, oldest day first.</summary>
    public static IEnumerable<DayCount> Of(IEnumerable<Counted> requests, Func<DateTimeOffset, DateOnly> dayOf) =>
        requests
            .GroupBy(r => dayOf(r.RegisteredAt))
            .OrderBy(day => day.Key)
            .Select(day => new DayCount
            {
                Day = day.Key,
                Received = day.Count(),
                Ended = day.Count(r => r.Ended),
                Answered = day.Count(r => r.RepliedAt is not null && r.ReplyDueAt is not null),
                OnTime = day.Count(r => r.RepliedAt <= r.ReplyDueAt),
                Synthetic = day.Count(r => r.Synthetic),
                Supported = day.Sum(r => r.Supporters),
            });
}

/// <summary>What of a request is counted.</summary>
public sealed record Counted(
    DateTimeOffset RegisteredAt,
    bool Ended,
    DateTimeOffset? RepliedAt,
    DateTimeOffset? ReplyDueAt,
    bool Synthetic,
    int Supporters
)
{
    public static Counted Of(ServiceRequest r) =>
        new(r.RegisteredAt, r.EndedAt is not null, r.RepliedAt, r.CountedDueAt, r.Synthetic, r.Supporters);
}
