using Suiying.Contracts.Registry;
using Suiying.Engines.Statistics;

namespace Suiying.Scores.Model;

/// <summary>三率 with the score that a city's scheme makes of them.</summary>
/// <param name="Responded">响应率</param>
/// <param name="Solved">解决率</param>
/// <param name="Satisfied">满意率</param>
/// <param name="Score">0 to 100, not rounded; null where a rate has nothing to stand on.</param>
public sealed record ThreeRates(Rate Responded, Rate Solved, Rate Satisfied, decimal? Score);

/// <summary>One rate with what it is made of.</summary>
/// <param name="Points">Hundredths of cases that fulfil it: 部分 and 基本 count in part.</param>
/// <param name="N">Cases that were asked and count.</param>
public readonly record struct Rate(long Points, int N)
{
    /// <summary>0 to 1, not rounded; null where nobody answered: never 0 and never 1.</summary>
    public decimal? Share => N == 0 ? null : Points / (100m * N);

    /// <summary>The 95 % interval (Wilson), 0 to 1; null where nobody answered.</summary>
    public (double Low, double High)? Interval => N == 0 ? null : Wilson.Interval(Points / (100.0 * N), N);

    internal static Rate Of(long points, int valid, int unsaid, NotSaidCounts counts) =>
        counts switch
        {
            NotSaidCounts.Satisfied => new(points + 100L * unsaid, valid),
            NotSaidCounts.Unsatisfied => new(points, valid),
            _ => new(points, valid - unsaid),
        };
}
