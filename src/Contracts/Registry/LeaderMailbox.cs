namespace Suiying.Contracts.Registry;

/// <summary>领导信箱: a post to which residents may write; never a person.</summary>
/// <param name="Code">By which the pack and the page know it.</param>
/// <param name="Names">What the post is called, by language.</param>
public sealed record LeaderMailbox(string Code, IReadOnlyDictionary<string, string> Names)
{
    public const int Most = 8;

    public const int LongestCode = 20;

    public const int LongestName = 40;

    /// <summary>In a language, else in the first that there is.</summary>
    public string NameIn(string language) => Names.GetValueOrDefault(language) ?? Names.Values.First();
}
