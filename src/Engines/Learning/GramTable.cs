namespace Suiying.Engines.Learning;

/// <summary>
/// Numbers the grams in the order in which they come: an open hash table whose slots hold gram and number in one word, so that a look-up
/// waits for memory once.
/// </summary>
internal sealed class GramTable
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private const int NumberBits = 31;
    private const ulong NumberMask = (1UL << NumberBits) - 1;

    private ulong[] slots;
    private int shift;

    /// <param name="expected">How many grams will come; more may.</param>
    public GramTable(int expected = 0)
    {
        var bits = 4;
        while (1L << bits < expected * 2L)
            bits++;
        (slots, shift) = (new ulong[1 << bits], 64 - bits);
    }

    public int Count { get; private set; }

    /// <summary>The number of a gram, or -1.</summary>
    public int Find(ulong gram)
    {
        var all = slots;
        for (var at = (int)((gram * Golden) >> shift); ; at = (at + 1) & (all.Length - 1))
        {
            var slot = all[at];
            if (slot >> NumberBits == gram)
                return (int)(slot & NumberMask);
            if (slot == 0)
                return -1;
        }
    }

    /// <summary>The number of a gram, the next free one where it is new.</summary>
    public int Add(ulong gram)
    {
        if (Find(gram) is >= 0 and var known)
            return known;
        if (Count * 2 >= slots.Length)
            Grow();
        Put(gram << NumberBits | (uint)Count);
        return Count++;
    }

    /// <summary>All grams in the order of their numbers.</summary>
    public ulong[] Grams()
    {
        var grams = new ulong[Count];
        foreach (var slot in slots.Where(slot => slot != 0))
            grams[slot & NumberMask] = slot >> NumberBits;
        return grams;
    }

    private void Grow()
    {
        var old = slots;
        (slots, shift) = (new ulong[old.Length * 2], shift - 1);
        foreach (var slot in old.Where(slot => slot != 0))
            Put(slot);
    }

    private void Put(ulong slot)
    {
        var at = (int)((slot >> NumberBits) * Golden >> shift);
        while (slots[at] != 0)
            at = (at + 1) & (slots.Length - 1);
        slots[at] = slot;
    }
}
