namespace Suiying.Knowledge.Model;

/// <summary>检索词: under which token a published item is found, and how much that says.</summary>
public sealed class KnowledgeWord
{
    /// <summary>Of a token; the longest has 64 characters of up to two units.</summary>
    public const int Longest = 128;

    public required string Token { get; init; }

    public required Guid ItemId { get; init; }

    public required int Weight { get; set; }
}

/// <summary>查阅次数: how often an item was opened on a day.</summary>
public sealed class KnowledgeHits
{
    public required DateOnly Day { get; init; }

    public required Guid ItemId { get; init; }

    public required int Count { get; set; }
}

/// <summary>没查到的词: for what nothing was found on a day, and how often. Nobody's name or number is among it.</summary>
public sealed class MissedSearch
{
    public const int Longest = 20;

    public required DateOnly Day { get; init; }

    public required string Words { get; init; }

    public required int Count { get; set; }
}
