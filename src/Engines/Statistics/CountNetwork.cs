namespace Suiying.Engines.Statistics;

/// <summary>
/// 计数网络: counts that are published beside sums of them, as arcs of a network in which what flows into a node flows out of it. A table of two ways
/// with its sums is one, a tree of sums is one, and so is a table whose rows and columns are broken down further, each along one tree (Cox, Journal of the American
/// Statistical Association 90, 1995). In a network what can be told of an arc from all others is exact: see <see cref="SmallCells"/>. Not
/// thread-safe while it is built.
/// </summary>
public sealed class CountNetwork
{
    private readonly List<Arc> arcs = [];
    private readonly List<List<int>> at = [];

    /// <summary>Arcs, in the order in which they were added.</summary>
    public IReadOnlyList<Arc> Arcs => arcs;

    internal int Nodes => at.Count;

    /// <summary>A further node, by its number.</summary>
    public int Node()
    {
        at.Add([]);
        return at.Count - 1;
    }

    /// <summary>A further count, by its number.</summary>
    /// <param name="from">Node of which it is a part.</param>
    /// <param name="to">Node that it is a part of.</param>
    /// <param name="count">0 or more.</param>
    /// <param name="worth">So many times as much as another of its size would be missed if it were hidden, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below zero, the worth below 1, or there is no such node.</exception>
    public int Add(int from, int to, int count, int worth = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfLessThan(worth, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(from, at.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(to, at.Count);
        arcs.Add(new Arc(from, to, count, worth));
        at[from].Add(arcs.Count - 1);
        at[to].Add(arcs.Count - 1);
        return arcs.Count - 1;
    }

    /// <summary>The arcs that begin or end at a node.</summary>
    internal IReadOnlyList<int> At(int node) => at[node];

    /// <exception cref="InvalidOperationException">What flows into a node does not flow out of it: a sum is not the sum of its parts.</exception>
    internal void Check()
    {
        var left = new long[at.Count];
        foreach (var arc in arcs)
        {
            left[arc.From] -= arc.Count;
            left[arc.To] += arc.Count;
        }
        if (Array.FindIndex(left, l => l != 0) is >= 0 and var node)
            throw new InvalidOperationException($"At node {node} a sum is off by {left[node]}.");
    }

    /// <summary>One published count.</summary>
    /// <param name="From">Where it begins.</param>
    /// <param name="To">Where it ends.</param>
    /// <param name="Count">0 or more.</param>
    /// <param name="Worth">At least 1.</param>
    public readonly record struct Arc(int From, int To, int Count, int Worth);
}
