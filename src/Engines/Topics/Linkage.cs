namespace Suiying.Engines.Topics;

/// <summary>Two slots and how well they fit, 0 to 1.</summary>
internal readonly record struct Pair(int One, int Other, double Score);

/// <summary>
/// Joins pairs to groups by average link (Sokal and Michener 1958), best pairs first: a chain in which each is like the next, and the ends are not
/// alike, stays apart. Of large groups the members that came together first stand for all, so the cost of one step is bounded.
/// </summary>
internal sealed class Linkage(double link, Func<int, int, double> score)
{
    /// <summary>So many members of each group are compared.</summary>
    private const int MostAcross = 12;

    private readonly Dictionary<int, List<int>> groups = [];
    private readonly Dictionary<(int, int), int> refused = [];

    /// <summary>
    /// Groups of two or more in an index, members in order of time; the largest first, then the earliest. Pairs that hang together by no chain cannot
    /// meet, so each such part is joined by itself, on all cores.
    /// </summary>
    public static List<List<int>> Groups(MatterIndex index, Breadth breadth, double link, Weights weights)
    {
        var parts = new PairParts(index, index.Pairs(weights, breadth));
        var joined = new List<List<int>>[parts.Count];
        double Score(int one, int other) => index.Score(one, other, weights, breadth);
        // The largest come first: one that is begun last would keep one core busy alone.
        Parallel.For(0, joined.Length, at => joined[at] = new Linkage(link, Score).Join(parts.Of(at)));
        var groups = joined.SelectMany(j => j).ToList();
        foreach (var group in groups)
            group.Sort(index.Times.Compare);
        groups.Sort((a, b) => a.Count != b.Count ? b.Count.CompareTo(a.Count) : index.Times.Compare(a[0], b[0]));
        return groups;
    }

    /// <summary>Whether the mean score of the pairs across two groups, or of their first members, reaches a border.</summary>
    public static bool Fits(IReadOnlyList<int> group, IReadOnlyList<int> second, double border, Func<int, int, double> score)
    {
        var (rows, columns) = (Math.Min(MostAcross, group.Count), Math.Min(MostAcross, second.Count));
        var missing = (1 - border) * rows * columns;
        for (var i = 0; i < rows; i++)
        {
            // Where all that is left could not make up for what is missing, nobody has to ask.
            for (var j = 0; j < columns && missing >= 0; j++)
                missing -= 1 - score(group[i], second[j]);
        }
        return missing >= 0;
    }

    private List<List<int>> Join(ReadOnlySpan<Pair> best)
    {
        foreach (var pair in best)
            Meet(GroupOf(pair.One), GroupOf(pair.Other));
        return [.. groups.Values.Distinct().Where(g => g.Count > 1)];
    }

    private List<int> GroupOf(int slot) => groups.TryGetValue(slot, out var group) ? group : groups[slot] = [slot];

    private void Meet(List<int> group, List<int> second)
    {
        if (group == second)
            return;
        if (group.Count < second.Count)
            (group, second) = (second, group);
        // Two groups that were refused are asked again only when their first members have changed.
        var both = (group[0], second[0]);
        var size = Math.Min(MostAcross, group.Count) + Math.Min(MostAcross, second.Count);
        if (refused.TryGetValue(both, out var before) && before == size)
            return;
        if (!Fits(group, second, link, score))
        {
            refused[both] = size;
            return;
        }
        group.AddRange(second);
        foreach (var member in second)
            groups[member] = group;
    }
}
