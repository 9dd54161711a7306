using Suiying.Design;

namespace Suiying.OpenCity.Model;

/// <summary>Published numbers as people read them.</summary>
internal static class FigureWords
{
    /// <summary>What stands where nothing is published.</summary>
    public const string Hidden = "—";

    public static string Number(int? number) => number is { } told ? Moments.Count(told) : Hidden;

    public static string Percent(int? percent) => percent is { } told ? Moments.Percent(told / 100.0) : Hidden;
}
