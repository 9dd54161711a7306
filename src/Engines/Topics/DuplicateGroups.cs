namespace Suiying.Engines.Topics;

/// <summary>Groups of one matter among all items of an index. Uses all cores; the index must not change meanwhile.</summary>
public static class DuplicateGroups
{
    /// <summary>Least mean score of all pairs across two groups that become one.</summary>
    internal const double Link = 0.46;

    /// <summary>Groups of two or more, ids in order of time; the largest first, then the earliest.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Of(MatterIndex index)
    {
        var groups = Linkage.Groups(index, Breadth.Matter, Link, Weights.ForAll(index));
        return [.. groups.Select(g => g.ConvertAll(slot => index.At(slot)!.Id))];
    }
}
