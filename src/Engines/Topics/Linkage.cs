namespace Suiying.Engines.Topics;

/// <summary>Two slots and how well they fit, 0 to 1.</summary>
internal readonly record struct Pair(int One, int Other, double Score);

/// <summary>
/// Joins pairs to groups by average link (Sokal and Michener 1958), best pairs first: a chain in which each is like the next, and the ends are not
/// alike, stays apart. Of large groups the members that came together first stand for all, so the cost of one step is bounded.
/// </summary>
internal sealed class Linkage(MatterIndex index, double link, Func<int, int, double> score)
{
    /// <summary>So many members of each group are compared.</summary>
    private const int MostAcross = 12;

    private readonly Dictionary<int, List<int>> groups = [];
    private readonly Dictionary<(int, int), int> refused = [];

    /// <summary>Groups of two or more, members in order of time; the largest first, then the earliest.</summary>
    public List<List<int>> Join(IEnumerable<Pair> pairs)
    {
        foreach (var pair in Ordered(pairs))
            Meet(GroupOf(pair.One), GroupOf(pair.Other));
        return
        [
            .. groups
                .Values.Distinct()
                .Where(g => g.Count > 1)
                .Select(g => g.OrderBy(slot => index.At(slot)!.At).ThenBy(slot => index.At(slot)!.Id, StringComparer.Ordinal).ToList())
                .OrderByDescending(g => g.Count)
                .ThenBy(g => index.At(g[0])!.At)
                .ThenBy(g => index.At(g[0])!.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>Mean score of the pairs across two groups, or of their first members.</summary>
    public static double Mean(IReadOnlyList<int> group, IReadOnlyList<int> second, Func<int, int, double> score)
    {
        var sum = 0.0;
        var (rows, columns) = (Math.Min(MostAcross, group.Count), Math.Min(MostAcross, second.Count));
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
                sum += score(group[i], second[j]);
        }
        return sum / (rows * columns);
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
        if (Mean(group, second, score) < link)
        {
            refused[both] = size;
            return;
        }
        group.AddRange(second);
        foreach (var member in second)
            groups[member] = group;
    }

    private IEnumerable<Pair> Ordered(IEnumerable<Pair> pairs) =>
        pairs
            .Select(p => string.CompareOrdinal(index.At(p.One)!.Id, index.At(p.Other)!.Id) <= 0 ? p : new Pair(p.Other, p.One, p.Score))
            .Distinct()
            .OrderByDescending(p => p.Score)
            .ThenBy(p => index.At(p.One)!.Id, StringComparer.Ordinal)
            .ThenBy(p => index.At(p.Other)!.Id, StringComparer.Ordinal);
}
