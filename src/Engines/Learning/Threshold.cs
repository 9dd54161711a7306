namespace Suiying.Engines.Learning;

/// <summary>From which probability on a classifier may answer by itself.</summary>
internal static class Threshold
{
    /// <summary>No probability reaches it.</summary>
    public const double Never = 2;

    /// <summary>One-sided 99 % of the normal distribution: a promise that a new year of letters is to keep.</summary>
    private const double Caution = 2.3263;

    /// <summary>
    /// The least probability from which on the answers were right so often that their precision lies above the wanted one not by chance:
    /// by the lower end of its score interval (Wilson 1927).
    /// </summary>
    /// <param name="answers">Probability of each answer, and whether it was right.</param>
    /// <param name="wanted">Wanted precision.</param>
    /// <param name="weight">How many letters one answer stands for; below 1 where copies were asked too.</param>
    public static double Of(IEnumerable<(double Probability, bool Right)> answers, double wanted, double weight)
    {
        var (threshold, many, right) = (Never, 0, 0);
        foreach (var (probability, isRight) in answers.OrderByDescending(a => a.Probability))
        {
            many++;
            right += isRight ? 1 : 0;
            if (Lower((double)right / many, many * weight) >= wanted)
                threshold = probability;
        }
        return threshold;
    }

    private static double Lower(double share, double many)
    {
        var square = Caution * Caution;
        var spread = Caution * Math.Sqrt((share * (1 - share) + square / (4 * many)) / many);
        return (share + square / (2 * many) - spread) / (1 + square / many);
    }
}
