using System.Collections.Concurrent;

namespace Suiying.Engines.Topics;

/// <summary>
/// All items of a window, and which of them are about the same matter as a new one: same fault or event, at the same place, within some weeks. Text is
/// compared by characters and pairs of characters weighed by rarity, places by the names that the texts say; nothing has to be taught. Adding and
/// asking cost a time that does not grow with the window. The same items give the same answers whatever order they were added in; adding them in order of
/// time is cheapest. Of the carriers of a frequent word those that are nearest in time are looked at.
/// <para>Not thread-safe for changes: its owner lets one in at a time. Several threads may ask while nobody changes it.</para>
/// </summary>
public sealed partial class MatterIndex
{
    /// <summary>So many items are read before they are added.</summary>
    private const int ReadAtOnce = 4_096;

    private readonly Vocabulary vocabulary = new();
    private readonly Reader reader = new();
    private readonly Dictionary<string, int> byId = [];
    private readonly List<Entry?> entries = [];
    private readonly Timeline times = new();
    private readonly Postings byTime = new();
    private readonly Stack<int> free = [];
    private readonly ConcurrentBag<Candidates> idle = [];
    private Postings?[] postings = new Postings?[1024];

    /// <summary>How many items it holds.</summary>
    public int Count => byId.Count;

    /// <summary>When the first of all items came in, or null where there is none.</summary>
    public DateTimeOffset? Start => byTime.Count == 0 ? null : entries[byTime.Slots[0]]!.At;

    /// <summary>Ids of all items, in no order.</summary>
    public IReadOnlyCollection<string> Ids => byId.Keys;

    /// <summary>Adds an item.</summary>
    /// <exception cref="ArgumentException">There is one of this id.</exception>
    public void Add(MatterItem item)
    {
        Free(item);
        Add(reader.Read(item));
    }

    /// <summary>Adds many, and reads them on all cores: quicker than one after the other, and the same.</summary>
    /// <exception cref="ArgumentException">There is one of this id; those before it are added.</exception>
    public void AddAll(IEnumerable<MatterItem> items)
    {
        foreach (var chunk in items.Chunk(ReadAtOnce))
        {
            var read = new ReadItem[chunk.Length];
            Parallel.For(
                0,
                chunk.Length,
                () => new Reader(),
                (at, _, own) =>
                {
                    read[at] = own.Read(chunk[at]);
                    return own;
                },
                _ => { }
            );
            foreach (var item in read)
            {
                Free(item.Item);
                Add(item);
            }
        }
    }

    private void Free(MatterItem item)
    {
        if (byId.ContainsKey(item.Id))
            throw new ArgumentException("An id is there once.", nameof(item));
    }

    private void Add(ReadItem read)
    {
        var (item, entry) = (read.Item, read.Learnt(vocabulary));
        if (!free.TryPop(out var slot))
        {
            slot = entries.Count;
            entries.Add(null);
        }
        entries[slot] = entry;
        entry.Slot = slot;
        byId.Add(item.Id, slot);
        times.Set(slot, item.At, item.Id);
        byTime.Add(slot, times);
        if (postings.Length < vocabulary.Size)
            Array.Resize(ref postings, Math.Max(vocabulary.Size, postings.Length * 2));
        foreach (var packed in entry.Features)
        {
            var feature = Entry.FeatureOf(packed);
            vocabulary.Take(feature);
            if (!Features.IsSingle(vocabulary.Key(feature)))
                (postings[feature] ??= new Postings()).Add(slot, times);
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
        byTime.Remove(slot, times);
        foreach (var packed in entry.Features)
        {
            var feature = Entry.FeatureOf(packed);
            postings[feature]?.Remove(slot, times);
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

    /// <summary>Takes out all that came in before a time; the window moves on. Costs time only for what leaves.</summary>
    /// <returns>How many.</returns>
    public int RemoveBefore(DateTimeOffset start)
    {
        var old = IdsBefore(start);
        foreach (var id in old)
            Remove(id);
        return old.Count;
    }

    /// <summary>The earliest first.</summary>
    internal List<string> IdsBefore(DateTimeOffset start) => IdsOfFirst(times.FirstFrom(byTime.Slots, start));

    /// <summary>The earliest first.</summary>
    internal List<string> IdsOfFirst(int count)
    {
        var first = new List<string>(count);
        foreach (var slot in byTime.Slots[..count])
            first.Add(entries[slot]!.Id);
        return first;
    }

    /// <summary>One more than the largest slot.</summary>
    internal int Slots => entries.Count;

    internal Entry? At(int slot) => entries[slot];

    internal int? SlotOf(string id) => byId.TryGetValue(id, out var slot) ? slot : null;

    internal Vocabulary Words => vocabulary;

    internal int Carriers(int feature) => vocabulary.Carriers(feature);

    internal Timeline Times => times;

    /// <summary>The last of the window, or null where it is empty.</summary>
    internal DateTimeOffset? End => byTime.Count == 0 ? null : entries[byTime.Slots[^1]]!.At;

    /// <summary>Who carries a feature; of many those that are nearest to a time.</summary>
    internal ReadOnlySpan<int> Carrying(int feature, DateTimeOffset at) => postings[feature]!.Near(at, times);

    internal Weights WeightsNow() => new(vocabulary, Count);
}
