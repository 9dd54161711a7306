namespace Suiying.Engines.Dispatch;

/// <summary>
/// Which coded fields of a matter are known before it is dispatched, in three groups. From them follow the levels on which decisions are
/// counted: this sub-type in this community, this sub-type in this street, this main type in this street, and so on.
/// </summary>
public sealed record DispatchFields
{
    /// <summary>What it is about, finest first: sub-type, main type. At least one.</summary>
    public required IReadOnlyList<string> What { get; init; }

    /// <summary>Where it is, finest first: community, street. The names of these places are looked for in the names of units.</summary>
    public IReadOnlyList<string> Where { get; init; } = [];

    /// <summary>How it came, most telling first: source, property.</summary>
    public IReadOnlyList<string> How { get; init; } = [];

    /// <summary>All fields, in the order in which a matter gives its codes.</summary>
    public IReadOnlyList<string> All => [.. What, .. Where, .. How];

    /// <summary>The levels, each as numbers of fields; the empty one counts all decisions. At most three fields make a level.</summary>
    internal int[][] Levels()
    {
        var what = Enumerable.Range(0, What.Count).ToArray();
        var where = Enumerable.Range(What.Count, Where.Count).ToArray();
        var how = Enumerable.Range(What.Count + Where.Count, How.Count).ToArray();
        var levels = new List<int[]> { Array.Empty<int>() };
        levels.AddRange(Enumerable.Range(0, All.Count).Select(f => new[] { f }));
        levels.AddRange(what.SelectMany(_ => where, (a, b) => new[] { a, b }));
        levels.AddRange(what.Take(2).SelectMany(_ => how, (a, b) => new[] { a, b }));
        levels.AddRange(where.SelectMany(_ => how.Take(1), (b, c) => new[] { what[0], b, c }));
        levels.AddRange(where.Take(1).SelectMany(_ => how.Take(1), (b, c) => new[] { b, c }));
        return [.. levels];
    }
}
