namespace Suiying.Engines.Topics;

/// <summary>One item that seems to be about the same matter, and why.</summary>
/// <param name="Id">Of the item found.</param>
/// <param name="Title">Its title.</param>
/// <param name="Score">0 to 1; from 0.5 on the two are proposed as one matter.</param>
/// <param name="DaysApart">Whole days between the two, 0 or more.</param>
/// <param name="Reasons">What both have in common.</param>
public sealed record MatterMatch(string Id, string Title, double Score, int DaysApart, MatchReasons Reasons);

/// <summary>What two items have in common, as data: whoever shows it makes the sentence.</summary>
/// <param name="SamePlace">Both name one place, or lie within 400 metres.</param>
/// <param name="SameConcern">Both are about the same kind of trouble.</param>
/// <param name="SameText">The body is the same.</param>
/// <param name="PlaceWords">Place names that both say, as far as it is known where they begin.</param>
/// <param name="MatterWords">Rare words that both say, the rarest first.</param>
public sealed record MatchReasons(
    bool SamePlace,
    bool SameConcern,
    bool SameText,
    IReadOnlyList<string> PlaceWords,
    IReadOnlyList<string> MatterWords
);

/// <summary>Everything in the window that is alike: 12 people since Friday.</summary>
/// <param name="Matches">The best first.</param>
/// <param name="Requests">How many are alike, also beyond the matches that were asked for.</param>
/// <param name="People">How many different people that are; each unknown author counts as one.</param>
/// <param name="Likes">How often others agreed.</param>
/// <param name="Since">When the first came in; null where there is none.</param>
public sealed record AlikeItems(IReadOnlyList<MatterMatch> Matches, int Requests, int People, int Likes, DateTimeOffset? Since);
