using Suiying.Scores.Model;

namespace Suiying.Tests.Scores;

/// <summary>A unit's callbacks of one month, all of made requests and of people who were contacted and satisfied.</summary>
internal static class MadeSum
{
    public static LiveSum Of(string unit, DateOnly month, int valid, int solved) =>
        new()
        {
            Month = month,
            Of = SumOf.Unit,
            Key = unit,
            Valid = valid,
            Contacted = valid,
            ContactUnsaid = 0,
            Solved = solved,
            Partly = 0,
            Satisfied = valid,
            Mostly = 0,
            Unsaid = 0,
            Excluded = 0,
            Synthetic = valid,
        };
}
