using Suiying.Contracts.Registry;

namespace Suiying.Channels.Model.Phone;

/// <summary>The times of one call, of which all figures are made.</summary>
public readonly record struct CallTimes(
    DateTimeOffset AskedAt,
    DateTimeOffset? AnsweredAt,
    DateTimeOffset? EndedAt,
    DateTimeOffset? WrappedAt,
    bool Busy
)
{
    /// <summary>Until it was answered or given up; null while it goes on.</summary>
    public TimeSpan? Wait => (AnsweredAt ?? EndedAt) is { } until ? Positive(until - AskedAt) : null;

    public TimeSpan? Talk => AnsweredAt is { } answered && EndedAt is { } ended ? Positive(ended - answered) : null;

    public TimeSpan? WrapUp => EndedAt is { } ended && WrappedAt is { } done ? Positive(done - ended) : null;

    private static TimeSpan Positive(TimeSpan span) => span < TimeSpan.Zero ? TimeSpan.Zero : span;
}

/// <summary>
/// 话务指标: the figures of some calls, by the formulas of the call centre. A rate whose denominator is 0 is null: nobody called, so nothing was kept or
/// missed. Calls that still wait are in none of them.
/// </summary>
public sealed record PhoneFigures
{
    /// <summary>呼入: calls that asked for a person and were answered or given up.</summary>
    public required int Offered { get; init; }

    /// <summary>接通</summary>
    public required int Answered { get; init; }

    /// <summary>Answered within <see cref="PhoneService.AnswerSeconds"/>.</summary>
    public required int InTime { get; init; }

    /// <summary>放弃: given up after more than <see cref="PhoneService.ShortSeconds"/>.</summary>
    public required int Abandoned { get; init; }

    /// <summary>短时挂断: given up before; nobody had a chance to answer.</summary>
    public required int Short { get; init; }

    /// <summary>遇忙: all lines taken; not among those offered.</summary>
    public required int Busy { get; init; }

    /// <summary>平均等待 of the answered (ASA).</summary>
    public required TimeSpan? MeanWait { get; init; }

    /// <summary>平均通话</summary>
    public required TimeSpan? MeanTalk { get; init; }

    /// <summary>平均整理, of the calls whose end of after-call work is known.</summary>
    public required TimeSpan? MeanWrapUp { get; init; }

    /// <summary>Seconds that seats were busy with calls.</summary>
    public required TimeSpan Worked { get; init; }

    /// <summary>Those that could have been answered.</summary>
    public int Counted => Offered - Short;

    /// <summary>接通率 = answered / (offered − short)</summary>
    public double? ConnectRate => Share(Answered, Counted);

    /// <summary>及时接听率 = answered in time / answered</summary>
    public double? ServiceLevel => Share(InTime, Answered);

    /// <summary>answered in time / (offered − short): what the callers met.</summary>
    public double? ServiceLevelOfOffered => Share(InTime, Counted);

    /// <summary>放弃率 = abandoned / (offered − short)</summary>
    public double? AbandonRate => Share(Abandoned, Counted);

    /// <summary>占线率 = busy / (offered + busy)</summary>
    public double? BusyRate => Share(Busy, Offered + Busy);

    /// <summary>平均处理 (AHT) = talk + after-call work</summary>
    public TimeSpan? MeanHandling => MeanTalk is { } talk ? talk + (MeanWrapUp ?? TimeSpan.Zero) : null;

    public static PhoneFigures Of(IEnumerable<CallTimes> calls, PhoneService service)
    {
        var (inTime, soon) = (TimeSpan.FromSeconds(service.AnswerSeconds), TimeSpan.FromSeconds(service.ShortSeconds));
        var all = calls.ToList();
        var over = all.Where(c => !c.Busy && c.Wait is not null).ToList();
        var answered = over.Where(c => c.AnsweredAt is not null).ToList();
        var given = over.Where(c => c.AnsweredAt is null).ToList();
        var brief = given.Count(c => c.Wait <= soon);
        return new PhoneFigures
        {
            Offered = over.Count,
            Answered = answered.Count,
            InTime = answered.Count(c => c.Wait <= inTime),
            Abandoned = given.Count - brief,
            Short = brief,
            Busy = all.Count(c => c.Busy),
            MeanWait = Mean(answered.Select(c => c.Wait)),
            MeanTalk = Mean(answered.Select(c => c.Talk)),
            MeanWrapUp = Mean(answered.Select(c => c.WrapUp)),
            Worked = answered.Aggregate(TimeSpan.Zero, (sum, c) => sum + (c.Talk ?? TimeSpan.Zero) + (c.WrapUp ?? TimeSpan.Zero)),
        };
    }

    /// <summary>Null where there is none of all.</summary>
    public static double? Share(int some, int all) => all == 0 ? null : (double)some / all;

    private static TimeSpan? Mean(IEnumerable<TimeSpan?> spans)
    {
        var known = spans.OfType<TimeSpan>().ToList();
        return known.Count == 0 ? null : TimeSpan.FromTicks((long)known.Average(s => s.Ticks));
    }
}
