namespace Suiying.Engines.Topics;

/// <summary>Whether two items have a concern in common.</summary>
internal enum Concern : byte
{
    Unknown,
    Same,

    /// <summary>The one mentions what the other is about, and not the other way.</summary>
    Doubtful,
    Other,
}

/// <summary>What two items have in common, each share 0 to 1.</summary>
/// <param name="Matter">Cosine of the words outside of place names.</param>
/// <param name="Contained">How much of the shorter text's weight the other has too, place names left out.</param>
/// <param name="Text">Cosine of all words.</param>
/// <param name="Title">How much of each title, place names left out, the other says anywhere; the mean of both.</param>
/// <param name="SameName">Both titles share two or more rare words, as the name of an enterprise, a case or a programme is.</param>
/// <param name="SamePlace">They name the same estate, road, village, school or the like.</param>
/// <param name="OtherPlace">Both name places of one kind, and none is the same.</param>
/// <param name="OtherNumber">Both name a building, phase, unit, group or line, and none is the same.</param>
/// <param name="OtherArea">Both name areas, or have area codes, that do not lie in each other.</param>
/// <param name="Concern">Whether they are concerned about the same.</param>
/// <param name="SameBody">The body is the same but for spaces.</param>
internal readonly record struct Likeness(
    float Matter,
    float Contained,
    float Text,
    float Title,
    bool SameName,
    bool SamePlace,
    bool OtherPlace,
    bool OtherNumber,
    bool OtherArea,
    Concern Concern,
    bool SameBody
);
