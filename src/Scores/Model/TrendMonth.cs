using Suiying.Contracts.Registry;

namespace Suiying.Scores.Model;

/// <summary>走势中的一月: one unit in one month of scores, beside its other months.</summary>
/// <param name="Month">Of scores, by the first day of the calendar month that names it.</param>
/// <param name="Counts">What its rates are made of; nothing where nobody was reached.</param>
/// <param name="Rates">By the scheme in force.</param>
public sealed record TrendMonth(DateOnly Month, RateCounts Counts, ThreeRates Rates)
{
    internal static TrendMonth Of(DateOnly month, RateCounts counts, ScoreScheme scheme) => new(month, counts, counts.By(scheme));
}
