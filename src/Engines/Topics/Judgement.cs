namespace Suiying.Engines.Topics;

/// <summary>What two items are to be for each other.</summary>
internal enum Breadth
{
    /// <summary>One matter: same fault or event, at the same place, within some weeks.</summary>
    Matter,

    /// <summary>One topic: other buildings of one estate belong to it, and it may last.</summary>
    Topic,
}

/// <summary>
/// From what two items have in common to one figure. As much matter in common is asked for as there is little else: least where both name one place and
/// have one concern, most where the concerns differ. Time raises what is asked for, because what was mended once may break again.
/// </summary>
internal static class Judgement
{
    /// <summary>From here on two items are proposed as the same matter.</summary>
    public const double Border = 0.5;

    private const double DaysToDouble = 75;
    private const double NamedAsked = 0.07;

    /// <summary>One concern at one place is something in common, in whatever words it is told; too little for a pair by itself.</summary>
    private const float SameConcern = 0.05f;

    private const double SameCategory = 0.8;

    /// <summary>0 to 1. Words are compared only where the circumstances do not decide.</summary>
    public static double Of(Breadth breadth, Entry one, Entry other, Weights weights)
    {
        var around = Circumstances.Of(one, other);
        var apart = around.OtherPlace || (around.OtherArea && !around.SamePlace);
        if (breadth is Breadth.Matter)
        {
            apart |= Circumstances.OtherNumber(one, other);
            if (around.SameBody && one.Author == other.Author)
                return 1;
        }
        if (apart)
            return 0;
        if (around.SameBody)
            return 1;
        var (matter, sameName) = Comparison.Matter(one, other, weights);
        if (around is { SamePlace: true, Concern: Concern.Same })
            matter += SameConcern;
        if (matter <= 0)
            return 0;
        return matter / (matter + (breadth is Breadth.Matter ? Asked(around, one, other) : Asked(around, sameName)));
    }

    private static double Asked(Circumstances around, Entry one, Entry other)
    {
        var asked = Asked(around) * (1 + Math.Abs((one.At - other.At).TotalDays) / DaysToDouble);
        return one.Category is { } category && category == other.Category ? asked * SameCategory : asked;
    }

    private static double Asked(Circumstances around, bool sameName) => sameName ? Math.Min(Asked(around), NamedAsked) : Asked(around);

    private static double Asked(Circumstances around) =>
        (around.SamePlace, around.Concern) switch
        {
            (true, Concern.Same) => 0.06,
            (true, Concern.Unknown) => 0.12,
            (true, Concern.Doubtful) => 0.15,
            (true, _) => 0.50,
            (false, Concern.Same) => 0.42,
            (false, Concern.Unknown) => 0.55,
            _ => 0.80,
        };
}
