namespace Suiying.Engines.Topics;

/// <summary>When the item of each slot came in; of one moment the smaller id is the earlier.</summary>
internal sealed class Timeline
{
    private long[] ticks = new long[1024];
    private string[] ids = new string[1024];

    public void Set(int slot, DateTimeOffset at, string id)
    {
        if (slot >= ticks.Length)
        {
            Array.Resize(ref ticks, slot * 2);
            Array.Resize(ref ids, slot * 2);
        }
        (ticks[slot], ids[slot]) = (at.UtcTicks, id);
    }

    public int Compare(int one, int other) =>
        ticks[one] != ticks[other] ? ticks[one].CompareTo(ticks[other]) : string.CompareOrdinal(ids[one], ids[other]);

    /// <summary>Where a slot is in an ordered list, or would be.</summary>
    public int PlaceOf(ReadOnlySpan<int> ordered, int slot)
    {
        var (low, high) = (0, ordered.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Compare(ordered[middle], slot) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>Where in an ordered list the first is that did not come in before a time.</summary>
    public int FirstFrom(ReadOnlySpan<int> ordered, DateTimeOffset at)
    {
        var (low, high) = (0, ordered.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (ticks[ordered[middle]] < at.UtcTicks)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
