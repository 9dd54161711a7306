namespace Suiying.Scores.Model;

/// <summary>分类: the four classes of practice (四类排名, domain A.11).</summary>
public enum ScoreClass
{
    /// <summary>先进: the best by score.</summary>
    Advanced,

    /// <summary>进步: those whose score rose most.</summary>
    Improved,

    /// <summary>整改: the last by score, and who is under the floor.</summary>
    ToMend,

    /// <summary>治理: a township or street of whose people much is asked, for quarters, with a low score.</summary>
    Governed,
}

/// <summary>单位位次: where a unit stands in a month beside the month of scores before.</summary>
/// <param name="Score">Of the month.</param>
/// <param name="Before">Of the month before; null where the unit had no callback in it.</param>
/// <param name="Classes">In which it is, in their order; most are in none.</param>
public sealed record UnitStanding(UnitScore Score, UnitScore? Before, IReadOnlyList<ScoreClass> Classes)
{
    /// <summary>Points of score more or less than in the month before; null unless the unit had enough callbacks in both.</summary>
    public decimal? Change => Score.Rank is null || Before?.Rank is null ? null : Score.Rates.Score - Before.Rates.Score;
}
