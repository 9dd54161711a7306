using Suiying.Scores.Storage;

namespace Suiying.Scores.Features;

/// <summary>
/// 补算载入的月份: scores and work of the months whose requests came with their history are counted from the journal. What was broken off is begun
/// again at the next turn and goes fast over what is there.
/// </summary>
public sealed class CountLoaded(CountedMonths months, RebuildScores rebuild)
{
    /// <summary>How many months were counted.</summary>
    public sealed record Made(int Months);

    public async Task<Outcome<Made>> Run(Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        var missing = await months.Missing(ct);
        if (missing.Count == 0)
            return new Made(0);
        // All of them in one reading of the journal: month by month each request would be sought for itself.
        IReadOnlyList<DateOnly>? which = missing.Count == (await months.All(ct)).Count ? null : [.. missing.Select(m => m.Month)];
        if (!(await rebuild.Run(new RebuildScores.Command { Months = which }, by, ct)).Ok(out _, out var refusal))
            return refusal;
        await months.Counted(missing, ct);
        return new Made(missing.Count);
    }
}
