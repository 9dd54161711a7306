namespace Suiying.Engines.Topics;

/// <summary>
/// Slots in order of time. What comes in last and what leaves first costs a constant time; anything else the moving of what follows. All are held,
/// and a question looks at those that are nearest in time, so it costs no more in a larger city and finds the past as well as the present.
/// </summary>
internal sealed class Postings
{
    /// <summary>Most items that one question looks at.</summary>
    public const int Most = 320;

    private const int Least = 2;

    private int[] slots = new int[Least];
    private int start;

    public int Count { get; private set; }

    public ReadOnlySpan<int> Slots => slots.AsSpan(start, Count);

    /// <summary>The slots around a time: as many before as after, and where one side has fewer, more of the other.</summary>
    public ReadOnlySpan<int> Near(DateTimeOffset at, Timeline times)
    {
        if (Count <= Most)
            return Slots;
        var from = Math.Clamp(times.FirstFrom(Slots, at) - Most / 2, 0, Count - Most);
        return Slots.Slice(from, Most);
    }

    public void Add(int slot, Timeline times)
    {
        if (start + Count == slots.Length)
            MakeRoom();
        var at = Count == 0 || times.Compare(Slots[^1], slot) < 0 ? Count : times.PlaceOf(Slots, slot);
        Slots[at..].CopyTo(slots.AsSpan(start + at + 1));
        slots[start + at] = slot;
        Count++;
    }

    public void Remove(int slot, Timeline times)
    {
        var at = Slots[0] == slot ? 0 : times.PlaceOf(Slots, slot);
        if (at == 0)
            start++;
        else
            Slots[(at + 1)..].CopyTo(slots.AsSpan(start + at));
        Count--;
        if (Count < slots.Length / 4)
            MoveTo(new int[Math.Max(Least, Count * 2)]);
    }

    private void MakeRoom() => MoveTo(start > slots.Length / 4 ? slots : new int[slots.Length + slots.Length / 2 + 1]);

    private void MoveTo(int[] room)
    {
        Slots.CopyTo(room);
        (slots, start) = (room, 0);
    }
}
