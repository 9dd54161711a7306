using Suiying.Design;

namespace Suiying.Scores.Model;

/// <summary>Rates and scores as people read them: rounded to one decimal, a dash where there is none.</summary>
public static class RateWords
{
    public static string Percent(Rate rate) => rate.Share is { } share ? Moments.Percent((double)share, 1) : "—";

    public static string Score(decimal? score) => score is { } points ? Moments.Tenths((double)points) : "—";
}
