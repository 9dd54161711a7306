namespace Suiying.Channels.Model.Phone;

/// <summary>Makes calls as a hotline of a middling city may have them, for the demo and for measuring: the same seed makes the same calls.</summary>
public static class SyntheticCalls
{
    /// <summary>Share of a day's calls in each hour, in percent: two peaks, and a night that is not empty. 示例.</summary>
    private static readonly int[] Hours = [1, 1, 1, 1, 1, 1, 2, 4, 8, 9, 9, 7, 4, 4, 7, 8, 8, 7, 5, 4, 3, 2, 2, 1];

    /// <param name="start">When the day begins.</param>
    /// <param name="calls">How many on it.</param>
    /// <param name="exchange">Whose they are.</param>
    /// <param name="random">Source of chance.</param>
    public static IEnumerable<PhoneCall> OfDay(DateTimeOffset start, int calls, Guid exchange, Random random)
    {
        for (var i = 0; i < calls; i++)
        {
            var asked = Whole(start + TimeSpan.FromHours(HourOf(random)) + TimeSpan.FromSeconds(random.Next(3600)));
            yield return Make(asked, exchange, $"demo-{asked.ToUnixTimeSeconds()}-{i}", random);
        }
    }

    private static PhoneCall Make(DateTimeOffset asked, Guid exchange, string name, Random random)
    {
        CallNotice At(CallEventKind kind, DateTimeOffset at) =>
            new()
            {
                Kind = kind,
                Call = name,
                At = at,
            };
        var first = At(random.NextDouble() < 0.004 ? CallEventKind.Busy : CallEventKind.Queued, asked);
        var call = new PhoneCall(Guid.CreateVersion7(asked), exchange, first).AsSynthetic();
        call.Take(first, null);
        if (first.Kind is CallEventKind.Busy)
            return call;
        // Most are answered at the first ring; some wait, and some of those give up.
        var wait = random.NextDouble() < 0.8 ? random.Next(2, 12) : Exponential(random, 22);
        var patience = random.NextDouble() < 0.015 ? random.Next(1, 5) : Exponential(random, 420);
        if (patience < wait)
        {
            call.Take(At(CallEventKind.Ended, asked.AddSeconds(patience)), null);
            return call;
        }
        var answered = asked.AddSeconds(wait);
        var ended = answered.AddSeconds(20 + Exponential(random, 190));
        call.Take(At(CallEventKind.Answered, answered), null);
        call.Take(At(CallEventKind.Ended, ended), null);
        call.FinishWrapUp(ended.AddSeconds(10 + Exponential(random, 35)));
        return call;
    }

    private static int HourOf(Random random)
    {
        var at = random.Next(Hours.Sum());
        for (var hour = 0; ; hour++)
        {
            if ((at -= Hours[hour]) < 0)
                return hour;
        }
    }

    private static int Exponential(Random random, double mean) => (int)Math.Ceiling(-mean * Math.Log(1 - random.NextDouble()));

    private static DateTimeOffset Whole(DateTimeOffset at) => DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());
}
