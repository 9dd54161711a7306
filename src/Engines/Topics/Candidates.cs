using System.Runtime.InteropServices;

namespace Suiying.Engines.Topics;

/// <summary>Finds the entries that share rare features with one, without looking at the others. One thread uses it at a time.</summary>
internal sealed class Candidates
{
    /// <summary>Most entries of postings that one question reads.</summary>
    private const int MostRead = 1_200;

    /// <summary>Most rare features that one question asks for.</summary>
    private const int MostFeatures = 40;

    /// <summary>What names the place counts so many times, or stock phrases about other places would crowd out the neighbours' words.</summary>
    private const float NameCounts = 2;

    /// <summary>
    /// Who names the place and shares a concern counts so many times: a place that many write about has more of other troubles than anybody looks at.
    /// </summary>
    private const float ConcernCounts = 4;

    private const ulong NoName = 1UL << 63;

    private readonly List<ulong> rare = [];
    private readonly HashSet<int> names = [];
    private readonly List<int> touched = [];
    private float[] scores = [];

    /// <summary>Slots of the most promising first; itself left out.</summary>
    public int[] Of(Entry entry, MatterIndex index, Weights weights, int most)
    {
        if (scores.Length < index.Slots)
            scores = new float[Math.Max(index.Slots, scores.Length * 2)];
        Choose(entry, index);
        var (read, neighbours) = (0, 0);
        for (var i = 0; i < rare.Count && i < MostFeatures && read < MostRead; i++)
        {
            var feature = index.Words.Find((uint)rare[i])!.Value;
            var isName = (rare[i] & NoName) == 0;
            var weight = weights.Of(feature) * (isName ? NameCounts : 1);
            var slots = index.Carrying(feature, entry.At);
            read += slots.Length;
            foreach (var slot in slots)
            {
                ref var score = ref scores[slot];
                if (score == 0)
                    touched.Add(slot);
                score += weight * weight;
            }
            if (isName)
                neighbours = touched.Count;
        }
        foreach (var slot in CollectionsMarshal.AsSpan(touched)[..neighbours])
        {
            if ((index.At(slot)!.Concerns & entry.Concerns) != 0)
                scores[slot] *= ConcernCounts;
        }
        return Best(entry.Slot, index.Times, most);
    }

    /// <summary>
    /// Carriers and key of each feature, those of places' names first and then the rarest; of two that are equally rare one by its characters, so that the
    /// order of adding does not matter.
    /// </summary>
    private void Choose(Entry entry, MatterIndex index)
    {
        rare.Clear();
        names.Clear();
        foreach (var mark in entry.Places)
        {
            if (mark.IsNumber || !mark.IsNarrow)
                continue;
            names.Add(mark.First);
            names.Add(mark.Second);
        }
        foreach (var packed in entry.Features)
        {
            var feature = Entry.FeatureOf(packed);
            var carriers = index.Carriers(feature);
            if (carriers > (entry.Slot >= 0 ? 1 : 0) && index.Words.Key(feature) is var key && !Features.IsSingle(key))
                rare.Add((Entry.InPlace(packed) && names.Contains(feature) ? 0 : NoName) | (ulong)carriers << 32 | key);
        }
        rare.Sort();
    }

    /// <summary>A heap of so many, its worst on top, so that a popular word does not cost the sorting of all who say it.</summary>
    private int[] Best(int self, Timeline times, int most)
    {
        var best = new BestOf(most, times);
        foreach (var slot in touched)
        {
            if (slot != self)
                best.Offer(scores[slot], slot);
            scores[slot] = 0;
        }
        touched.Clear();
        return best.Taken();
    }
}
