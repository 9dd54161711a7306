namespace Suiying.Scores.Model;

/// <summary>剔除计数: how many answers of a month were left out on one ground.</summary>
/// <param name="Ground">Why.</param>
/// <param name="Count">How many.</param>
/// <param name="Answered">All that were answered in the month, the excluded among them.</param>
public sealed record GroundCount(ExclusionGround Ground, int Count, int Answered)
{
    /// <summary>剔除占比, 0 to 1.</summary>
    public double Share => Count / (double)Answered;
}
