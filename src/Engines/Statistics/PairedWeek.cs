namespace Suiying.Engines.Statistics;

/// <summary>The same week of two years, of what something was done about and of all else. Each 0 or more.</summary>
/// <param name="Before">What something was done about, in the year before.</param>
/// <param name="After">The same, in the week that is judged.</param>
/// <param name="OthersBefore">All else, in the year before.</param>
/// <param name="OthersAfter">All else, in the week that is judged.</param>
public readonly record struct PairedWeek(int Before, int After, int OthersBefore, int OthersAfter);
