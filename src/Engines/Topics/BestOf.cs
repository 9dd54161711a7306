namespace Suiying.Engines.Topics;

/// <summary>The so many best of those that are offered. Of equal scores the earlier is the better.</summary>
internal sealed class BestOf(int most, Timeline times)
{
    private readonly (float Score, int Slot)[] heap = new (float, int)[most];
    private int count;

    public void Offer(float score, int slot)
    {
        if (count < most)
            Rise((score, slot));
        else if (Worse(heap[0], (score, slot)))
            Sink((score, slot));
    }

    /// <summary>Their slots, the best first.</summary>
    public int[] Taken()
    {
        heap.AsSpan(0, count)
            .Sort(
                (a, b) =>
                    a.Slot == b.Slot ? 0
                    : Worse(a, b) ? 1
                    : -1
            );
        return Array.ConvertAll(heap[..count], h => h.Slot);
    }

    private bool Worse((float Score, int Slot) one, (float Score, int Slot) other) =>
        one.Score < other.Score || (one.Score == other.Score && times.Compare(one.Slot, other.Slot) > 0);

    private void Rise((float, int) offered)
    {
        var at = count++;
        for (var above = (at - 1) / 2; at > 0 && Worse(offered, heap[above]); above = (at - 1) / 2)
        {
            heap[at] = heap[above];
            at = above;
        }
        heap[at] = offered;
    }

    private void Sink((float, int) offered)
    {
        var at = 0;
        for (var below = 1; below < count; below = 2 * at + 1)
        {
            if (below + 1 < count && Worse(heap[below + 1], heap[below]))
                below++;
            if (!Worse(heap[below], offered))
                break;
            heap[at] = heap[below];
            at = below;
        }
        heap[at] = offered;
    }
}
