namespace Suiying.Engines.Topics;

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
    private const double SameCategory = 0.8;

    /// <summary>0 to 1.</summary>
    public static double Of(Likeness likeness, Entry one, Entry other)
    {
        var days = Math.Abs((one.At - other.At).TotalDays);
        if (likeness.SameBody && (one.Author == other.Author || !Apart(likeness)))
            return 1;
        if (Apart(likeness))
            return 0;
        var asked = Asked(likeness) * (1 + days / DaysToDouble);
        if (one.Category is { } category && category == other.Category)
            asked *= SameCategory;
        return likeness.Matter <= 0 ? 0 : likeness.Matter / (likeness.Matter + asked);
    }

    /// <summary>The same for a topic: other buildings of one estate belong to it, and it may last.</summary>
    public static double Broad(Likeness likeness)
    {
        if (likeness.OtherPlace || (likeness.OtherArea && !likeness.SamePlace))
            return 0;
        return likeness.SameBody ? 1
            : likeness.Matter <= 0 ? 0
            : likeness.Matter / (likeness.Matter + (likeness.SameName ? Math.Min(Asked(likeness), NamedAsked) : Asked(likeness)));
    }

    private static bool Apart(Likeness likeness) =>
        likeness.OtherPlace || likeness.OtherNumber || (likeness.OtherArea && !likeness.SamePlace);

    private static double Asked(Likeness likeness) =>
        (likeness.SamePlace, likeness.Concern) switch
        {
            (true, Concern.Same) => 0.09,
            (true, Concern.Unknown) => 0.17,
            (true, Concern.Doubtful) => 0.21,
            (true, _) => 0.50,
            (false, Concern.Same) => 0.42,
            (false, Concern.Unknown) => 0.55,
            _ => 0.80,
        };
}
