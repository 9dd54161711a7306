namespace Suiying.Engines.Topics;

/// <summary>Pairs, each once, in parts that have no item in common; of each part the best pairs first.</summary>
internal sealed class PairParts
{
    private readonly Pair[] pairs;
    private readonly List<(int Start, int Count)> parts = [];

    public PairParts(MatterIndex index, Pair[] found)
    {
        var rank = RankById(index);
        var (roots, size) = (Roots(found, index.Slots), new int[index.Slots]);
        for (var i = 0; i < found.Length; i++)
        {
            var (one, other, score) = found[i];
            size[roots[one]]++;
            if (rank[one] > rank[other])
                found[i] = new Pair(other, one, score);
        }
        int Compare(Pair a, Pair b)
        {
            var (root, second) = (roots[a.One], roots[b.One]);
            return root != second ? (size[root] != size[second] ? size[second].CompareTo(size[root]) : root.CompareTo(second))
                : a.Score != b.Score ? b.Score.CompareTo(a.Score)
                : a.One != b.One ? rank[a.One].CompareTo(rank[b.One])
                : rank[a.Other].CompareTo(rank[b.Other]);
        }
        Array.Sort(found, Compare);
        pairs = found;
        for (var start = 0; start < found.Length; start += parts[^1].Count)
            parts.Add((start, size[roots[found[start].One]]));
    }

    /// <summary>How many parts.</summary>
    public int Count => parts.Count;

    /// <summary>The part with the most pairs is the first.</summary>
    public ReadOnlySpan<Pair> Of(int part) => pairs.AsSpan(parts[part].Start, parts[part].Count);

    /// <summary>Slots by their ids, so that no order depends on that of adding.</summary>
    private static int[] RankById(MatterIndex index)
    {
        var slots = Enumerable.Range(0, index.Slots).ToArray();
        Array.Sort([.. slots.Select(slot => index.At(slot)?.Id ?? "")], slots, StringComparer.Ordinal);
        var rank = new int[slots.Length];
        for (var i = 0; i < slots.Length; i++)
            rank[slots[i]] = i;
        return rank;
    }

    /// <summary>One slot for all that hang together by pairs (union-find with path halving, Tarjan 1975).</summary>
    private static int[] Roots(Pair[] pairs, int slots)
    {
        var above = Enumerable.Range(0, slots).ToArray();
        int Root(int slot)
        {
            while (above[slot] != slot)
                slot = above[slot] = above[above[slot]];
            return slot;
        }
        foreach (var pair in pairs)
        {
            var (one, other) = (Root(pair.One), Root(pair.Other));
            above[Math.Max(one, other)] = Math.Min(one, other);
        }
        for (var slot = 0; slot < slots; slot++)
            above[slot] = Root(slot);
        return above;
    }
}
