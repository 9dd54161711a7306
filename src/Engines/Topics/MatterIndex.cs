using System.Collections.Concurrent;

namespace Suiying.Engines.Topics;

/// <summary>
/// All items of a window, and which of them are about the same matter as a new one: same fault or event, at the same place, within some weeks. Text is
/// compared by characters and pairs of characters weighed by rarity, places by the names that the texts say; nothing has to be taught. Adding and
/// asking cost a time that does not grow with the window. The same items give the same answers whatever order they were added in, as long as no feature
/// that is asked for has more than <see cref="Postings.Most"/> carriers; beyond, the latest are looked at.
/// <para>Not thread-safe for changes: its owner lets one in at a time. Several threads may ask while nobody changes it.</para>
/// </summary>
public sealed partial class MatterIndex
{
    private readonly Vocabulary vocabulary = new();
    private readonly Reader reader = new();
    private readonly Dictionary<string, int> byId = [];
    private readonly List<Entry?> entries = [];
    private readonly Stack<int> free = [];
    private readonly ConcurrentBag<Candidates> idle = [];
    private Postings?[] postings = new Postings?[1024];

    /// <summary>How many items it holds.</summary>
    public int Count => byId.Count;

    /// <summary>Adds an item.</summary>
    /// <exception cref="ArgumentException">There is one of this id.</exception>
    public void Add(MatterItem item)
    {
        if (byId.ContainsKey(item.Id))
            throw new ArgumentException("An id is there once.", nameof(item));
        var entry = reader.Read(item, vocabulary, learn: true);
        if (!free.TryPop(out var slot))
        {
            slot = entries.Count;
            entries.Add(null);
        }
        entries[slot] = entry;
        byId.Add(item.Id, slot);
        if (postings.Length < vocabulary.Size)
            Array.Resize(ref postings, Math.Max(vocabulary.Size, postings.Length * 2));
        foreach (var packed in entry.Features)
        {
            var feature = Entry.FeatureOf(packed);
            vocabulary.Take(feature);
            if (!Features.IsSingle(vocabulary.Key(feature)))
                (postings[feature] ??= new Postings()).Add(slot);
        }
    }

    /// <summary>Takes an item out; false where it was not there.</summary>
    public bool Remove(string id)
    {
        if (!byId.Remove(id, out var slot))
            return false;
        var entry = entries[slot]!;
        entries[slot] = null;
        free.Push(slot);
        foreach (var packed in entry.Features)
        {
            var feature = Entry.FeatureOf(packed);
            postings[feature]?.Remove(slot);
            if (vocabulary.Drop(feature))
                postings[feature] = null;
        }
        return true;
    }

    /// <summary>Sets how many others agree with an item, 0 or more; false where it was not there.</summary>
    public bool Like(string id, int likes)
    {
        if (SlotOf(id) is not { } slot)
            return false;
        entries[slot]!.Likes = Math.Max(0, likes);
        return true;
    }

    /// <summary>Takes out all that came in before a time; the window moves on.</summary>
    /// <returns>How many.</returns>
    public int RemoveBefore(DateTimeOffset start)
    {
        var old = IdsBefore(start);
        foreach (var id in old)
            Remove(id);
        return old.Count;
    }

    internal List<string> IdsBefore(DateTimeOffset start) => [.. entries.OfType<Entry>().Where(e => e.At < start).Select(e => e.Id)];

    /// <summary>One more than the largest slot.</summary>
    internal int Slots => entries.Count;

    internal Entry? At(int slot) => entries[slot];

    internal int? SlotOf(string id) => byId.TryGetValue(id, out var slot) ? slot : null;

    internal Vocabulary Words => vocabulary;

    internal int Carriers(int feature) => vocabulary.Carriers(feature);

    internal ReadOnlySpan<int> Carrying(int feature) => feature < postings.Length && postings[feature] is { } found ? found.Slots : [];

    internal Weights WeightsNow() => new(vocabulary, Count);
}
