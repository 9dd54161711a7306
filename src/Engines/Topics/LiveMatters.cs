namespace Suiying.Engines.Topics;

/// <summary>
/// Matters as requests come in: each new one joins the matter that it is most alike, or begins one. The window moves on, and what is older leaves.
/// Joining costs a time that does not grow with the window. Not thread-safe: its owner lets one in at a time.
/// </summary>
public sealed class LiveMatters
{
    private const int Asked = 12;
    private const int First = 12;

    private readonly Dictionary<string, string> matterOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> members = new(StringComparer.Ordinal);

    /// <summary>All items of the window.</summary>
    public MatterIndex Index { get; } = new();

    /// <summary>The matter that an item of the window belongs to, or null where there is no such item.</summary>
    public string? MatterOf(string id) => matterOf.GetValueOrDefault(id);

    /// <summary>Ids of the requests of a matter, in the order in which they joined; empty where there is none.</summary>
    public IReadOnlyList<string> Members(string matter) => members.GetValueOrDefault(matter) ?? [];

    /// <summary>Takes a request in.</summary>
    /// <returns>Its matter, named after the request that began it, and what it is alike.</returns>
    /// <exception cref="ArgumentException">There is one of this id.</exception>
    public (string Matter, AlikeItems Alike) Join(MatterItem item)
    {
        var alike = Index.Alike(item, Asked);
        Index.Add(item);
        var matter = Best(item.Id, alike.Matches) ?? item.Id;
        Enter(item.Id, matter);
        return (matter, alike);
    }

    /// <summary>Takes many requests in at once, as at a start: quicker than joining one after the other, and grouped with a view of all.</summary>
    /// <exception cref="InvalidOperationException">There are some already.</exception>
    /// <exception cref="ArgumentException">Two have one id.</exception>
    public void Fill(IEnumerable<MatterItem> items)
    {
        if (Index.Count > 0)
            throw new InvalidOperationException("Only an empty window is filled.");
        Index.AddAll(items);
        foreach (var group in DuplicateGroups.Of(Index))
        {
            foreach (var id in group)
                Enter(id, group[0]);
        }
        foreach (var id in Index.Ids.Where(id => !matterOf.ContainsKey(id)).ToList())
            Enter(id, id);
    }

    /// <summary>Takes back a request whose matter is known, as after a restart. Asks nothing, so it is quicker than joining.</summary>
    /// <param name="item">The request.</param>
    /// <param name="matter">As <see cref="Join"/> returned it.</param>
    /// <exception cref="ArgumentException">There is one of this id.</exception>
    public void Resume(MatterItem item, string matter)
    {
        Index.Add(item);
        Enter(item.Id, matter);
    }

    /// <summary>Lets go of all that came in before a time.</summary>
    /// <returns>Their ids, the earliest first. Costs time only for what leaves.</returns>
    public IReadOnlyList<string> RemoveBefore(DateTimeOffset start) => Remove(Index.IdsBefore(start));

    /// <summary>Lets go of those that came in first.</summary>
    /// <param name="count">How many, 0 to all.</param>
    /// <returns>Their ids, the earliest first. Costs time only for what leaves.</returns>
    public IReadOnlyList<string> RemoveFirst(int count) => Remove(Index.IdsOfFirst(count));

    private List<string> Remove(List<string> old)
    {
        foreach (var id in old)
            Remove(id);
        return old;
    }

    /// <summary>Lets go of one request, as when it is withdrawn; false where it was not there.</summary>
    public bool Remove(string id)
    {
        if (!Index.Remove(id))
            return false;
        var group = members[matterOf[id]];
        group.Remove(id);
        if (group.Count == 0)
            members.Remove(matterOf[id]);
        matterOf.Remove(id);
        return true;
    }

    private void Enter(string id, string matter)
    {
        matterOf[id] = matter;
        if (members.TryGetValue(matter, out var group))
            group.Add(id);
        else
            members.Add(matter, [id]);
    }

    /// <summary>The matter with most in common whose first members are, on average, alike too.</summary>
    private string? Best(string id, IReadOnlyList<MatterMatch> matches)
    {
        var weights = Index.WeightsNow();
        var self = new[] { Index.SlotOf(id)!.Value };
        return matches
            .GroupBy(m => matterOf[m.Id])
            .OrderByDescending(g => g.Sum(m => m.Score))
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .Where(g =>
                Linkage.Fits(self, Slots(g.Key), DuplicateGroups.Link, (one, other) => Index.Score(one, other, weights, Breadth.Matter))
            )
            .Select(g => g.Key)
            .FirstOrDefault();
    }

    private List<int> Slots(string matter) => [.. members[matter].Take(First).Select(id => Index.SlotOf(id)!.Value)];
}
