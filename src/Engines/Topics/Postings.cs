namespace Suiying.Engines.Topics;

/// <summary>Which items carry a feature: at most the last so many that were added, so that no question costs more in a larger city.</summary>
internal sealed class Postings
{
    /// <summary>Most items that are held for one feature.</summary>
    public const int Most = 320;

    private int[] slots = new int[2];
    private int next;

    public int Count { get; private set; }

    public ReadOnlySpan<int> Slots => slots.AsSpan(0, Count);

    public void Add(int slot)
    {
        if (Count < Most)
        {
            if (Count == slots.Length)
                Array.Resize(ref slots, Math.Min(Most, slots.Length * 2));
            slots[Count++] = slot;
            return;
        }
        slots[next] = slot;
        next = (next + 1) % Most;
    }

    public void Remove(int slot)
    {
        var at = Slots.IndexOf(slot);
        if (at < 0)
            return;
        // The oldest stays the next to be replaced: what follows moves up.
        Slots[(at + 1)..].CopyTo(slots.AsSpan(at));
        Count--;
        next = 0;
    }
}
