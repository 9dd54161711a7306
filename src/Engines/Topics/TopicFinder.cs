namespace Suiying.Engines.Topics;

/// <summary>
/// Hot topics of a window: matters that several people write about, the hottest first; and apart from them themes, concerns that return at many places.
/// <para>
/// Heat is people, plus a third of what the same people wrote again, plus two for each doubling of likes; times 0.75 to 1.25 by how much of it fell into
/// the densest 30 days. A like costs less than a letter, so it does not count as one.
/// </para>
/// Uses all cores; the index must not change meanwhile. Time grows with the number of items.
/// </summary>
public static class TopicFinder
{
    /// <summary>Least mean score across two groups that become one topic.</summary>
    private const double Link = 0.36;

    private const int LeastPlaces = 3;

    /// <summary>Topics of at least so many requests, the hottest first.</summary>
    /// <param name="index">The window.</param>
    /// <param name="least">Fewest requests of a topic, 2 or more.</param>
    public static IReadOnlyList<Topic> Topics(MatterIndex index, int least = 3)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(least, 2);
        var weights = Weights.ForAll(index);
        var groups = Linkage.Groups(index, Breadth.Topic, Link, weights).Where(g => g.Count >= least).ToList();
        var topics = new Topic[groups.Count];
        Parallel.For(0, topics.Length, i => topics[i] = new TopicMaker(index, weights).Matter(groups[i]));
        return Ranked(topics);
    }

    /// <summary>Concerns at three places or more among the items that are in none of the given topics, the hottest first.</summary>
    public static IReadOnlyList<Topic> Themes(MatterIndex index, IEnumerable<Topic> without, int least = 3)
    {
        var taken = without.SelectMany(t => t.Members).ToHashSet(StringComparer.Ordinal);
        var maker = new TopicMaker(index, index.WeightsNow());
        var byConcern = new List<int>[Concerns.Count];
        for (var slot = 0; slot < index.Slots; slot++)
        {
            if (index.At(slot) is not { TitleConcerns: not 0 } entry || taken.Contains(entry.Id))
                continue;
            (byConcern[System.Numerics.BitOperations.TrailingZeroCount(entry.TitleConcerns)] ??= []).Add(slot);
        }
        var themes = byConcern.Select((slots, concern) => (slots, concern)).Where(t => t.slots?.Count >= least && Spread(index, t.slots));
        return Ranked(themes.Select(t => maker.Theme(t.slots, Concerns.Name(t.concern))));
    }

    private static bool Spread(MatterIndex index, List<int> slots) =>
        slots.SelectMany(s => index.At(s)!.Places.Where(p => !p.IsNumber && p.IsNarrow).Take(1)).Distinct().Take(LeastPlaces).Count()
        == LeastPlaces;

    private static List<Topic> Ranked(IEnumerable<Topic> topics) =>
        [.. topics.OrderByDescending(t => t.Heat).ThenBy(t => t.First).ThenBy(t => t.Members[0], StringComparer.Ordinal)];
}
