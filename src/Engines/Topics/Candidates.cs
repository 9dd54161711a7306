namespace Suiying.Engines.Topics;

/// <summary>Finds the entries that share rare features with one, without looking at the others. One thread uses it at a time.</summary>
internal sealed class Candidates
{
    /// <summary>Most entries of postings that one question reads.</summary>
    private const int MostRead = 4_000;

    /// <summary>Most rare features that one question asks for.</summary>
    private const int MostFeatures = 40;

    private readonly List<(int Carriers, int Feature)> rare = [];
    private readonly List<int> touched = [];
    private readonly PriorityQueue<int, (float Score, int Slot)> best = new();
    private float[] scores = [];

    /// <summary>Slots of the most promising first; itself left out.</summary>
    public IReadOnlyList<int> Of(Entry entry, int self, MatterIndex index, Weights weights, int most)
    {
        if (scores.Length < index.Slots)
            scores = new float[Math.Max(index.Slots, scores.Length * 2)];
        Choose(entry, index, self >= 0 ? 1 : 0);
        var read = 0;
        for (var i = 0; i < rare.Count && i < MostFeatures && read < MostRead; i++)
        {
            var weight = weights.Of(rare[i].Feature);
            var slots = index.Carrying(rare[i].Feature);
            read += slots.Length;
            foreach (var slot in slots)
            {
                if (slot == self)
                    continue;
                if (scores[slot] == 0)
                    touched.Add(slot);
                scores[slot] += weight * weight;
            }
        }
        return Best(most);
    }

    private void Choose(Entry entry, MatterIndex index, int own)
    {
        rare.Clear();
        foreach (var packed in entry.Features)
        {
            var feature = Entry.FeatureOf(packed);
            var carriers = index.Carrying(feature).Length == 0 ? 0 : index.Carriers(feature);
            if (carriers > own)
                rare.Add((carriers, feature));
        }
        rare.Sort();
    }

    /// <summary>A heap of so many, its worst on top, so that a popular word does not cost the sorting of all who say it.</summary>
    private List<int> Best(int most)
    {
        best.Clear();
        foreach (var slot in touched)
        {
            var rank = (scores[slot], -slot);
            if (best.Count < most)
                best.Enqueue(slot, rank);
            else
                best.EnqueueDequeue(slot, rank);
        }
        foreach (var slot in touched)
            scores[slot] = 0;
        touched.Clear();
        var found = new List<int>(best.Count);
        while (best.TryDequeue(out var slot, out _))
            found.Add(slot);
        found.Reverse();
        return found;
    }
}
