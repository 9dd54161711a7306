using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;

namespace Suiying.Scores.Model;

/// <summary>三率计数: whole numbers, so that sums are exact and the order in which callbacks come changes nothing.</summary>
/// <param name="Valid">有效回访</param>
/// <param name="Contacted">联系了的.</param>
/// <param name="ContactUnsaid">没有说联系没有的.</param>
/// <param name="Solved">解决的.</param>
/// <param name="Partly">部分解决的.</param>
/// <param name="Satisfied">满意的.</param>
/// <param name="Mostly">基本满意的.</param>
/// <param name="Unsaid">未评价的.</param>
/// <param name="Excluded">剔除的: in none of the other numbers.</param>
public readonly record struct RateCounts(
    int Valid,
    int Contacted,
    int ContactUnsaid,
    int Solved,
    int Partly,
    int Satisfied,
    int Mostly,
    int Unsaid,
    int Excluded = 0
)
{
    /// <summary>合计: what a group of units has together, never the mean of their rates.</summary>
    public static RateCounts operator +(RateCounts a, RateCounts b) =>
        new(
            a.Valid + b.Valid,
            a.Contacted + b.Contacted,
            a.ContactUnsaid + b.ContactUnsaid,
            a.Solved + b.Solved,
            a.Partly + b.Partly,
            a.Satisfied + b.Satisfied,
            a.Mostly + b.Mostly,
            a.Unsaid + b.Unsaid,
            a.Excluded + b.Excluded
        );

    /// <summary>剔除占比: how much of what was answered was taken out, 0 to 1; null where nothing was.</summary>
    public double? ExcludedShare => Valid + Excluded == 0 ? null : Excluded / (double)(Valid + Excluded);

    /// <summary>Of one callback.</summary>
    public static RateCounts Of(ScoredCallback callback)
    {
        static int One(bool counts) => counts ? 1 : 0;
        if (callback.Excluded is not null)
            return default(RateCounts) with { Excluded = 1 };
        return new(
            1,
            One(callback.Contacted == true),
            One(callback.Contacted is null),
            One(callback.Solved is AnswerDegree.Yes),
            One(callback.Solved is AnswerDegree.Partly),
            One(callback.Satisfied is AnswerDegree.Yes),
            One(callback.Satisfied is AnswerDegree.Partly),
            One(callback.Satisfied is null)
        );
    }

    /// <summary>The rates by a city's scheme.</summary>
    public ThreeRates By(ScoreScheme scheme)
    {
        var responded = Rate.Of(100 * Contacted, Valid, ContactUnsaid, scheme.NotSaid);
        var solved = Rate.Of(100 * Solved + scheme.PartlySolvedPercent * Partly, Valid, 0, scheme.NotSaid);
        var satisfied = Rate.Of(100 * Satisfied + scheme.MostlySatisfiedPercent * Mostly, Valid, Unsaid, scheme.NotSaid);
        decimal? score =
            responded.Share is { } r && solved.Share is { } s && satisfied.Share is { } m
                ? scheme.RespondedWeight * r + scheme.SolvedWeight * s + scheme.SatisfiedWeight * m
                : null;
        return new ThreeRates(responded, solved, satisfied, score);
    }
}
