namespace Suiying.Engines.Topics;

public sealed partial class MatterIndex
{
    /// <summary>Most items that are compared in full for one question.</summary>
    private const int MostCompared = 96;

    /// <summary>Most pairs of one item that grouping sees.</summary>
    private const int MostPairs = 16;

    private const int WordsShown = 4;

    /// <summary>
    /// What is about the same matter as an item, be it in the index or not; itself left out. Changes nothing.
    /// </summary>
    /// <param name="item">The item as far as it is known; while it is typed the body may be half a sentence.</param>
    /// <param name="most">How many matches to explain.</param>
    public AlikeItems Alike(MatterItem item, int most = 10)
    {
        var self = SlotOf(item.Id) ?? -1;
        var entry = new Reader().Read(item, vocabulary, learn: false);
        var weights = WeightsNow();
        var found = Alike(entry, self, weights, Judgement.Of);
        var same = found.Select(f => entries[f.Slot]!).ToList();
        var known = same.Where(e => e.Author != 0).Select(e => e.Author).Distinct().Count();
        return new AlikeItems(
            [.. found.Take(most).Select(f => Explain(entry, entries[f.Slot]!, f.Score, f.Likeness, weights))],
            same.Count,
            known + same.Count(e => e.Author == 0),
            same.Sum(e => e.Likes),
            same.Count == 0 ? null : same.Min(e => e.At)
        );
    }

    /// <summary>All from the border on, the best first, then the earliest.</summary>
    internal List<(int Slot, double Score, Likeness Likeness)> Alike(
        Entry entry,
        int self,
        Weights weights,
        Func<Likeness, Entry, Entry, double> judge
    )
    {
        var candidates = idle.TryTake(out var taken) ? taken : new Candidates();
        var found = new List<(int Slot, double Score, Likeness Likeness)>();
        foreach (var slot in candidates.Of(entry, self, this, weights, MostCompared))
        {
            var likeness = Comparison.Of(entry, entries[slot]!, weights);
            var score = judge(likeness, entry, entries[slot]!);
            if (score >= Judgement.Border)
                found.Add((slot, score, likeness));
        }
        idle.Add(candidates);
        found.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : Earlier(entries[a.Slot]!, entries[b.Slot]!));
        return found;
    }

    private static int Earlier(Entry one, Entry other) =>
        one.At != other.At ? one.At.CompareTo(other.At) : string.CompareOrdinal(one.Id, other.Id);

    /// <summary>The best pairs of each item, from the border on. Uses all cores.</summary>
    internal IEnumerable<Pair> Pairs(Weights weights, Func<Likeness, Entry, Entry, double> judge)
    {
        var found = new Pair[entries.Count][];
        Parallel.For(
            0,
            entries.Count,
            slot =>
                found[slot] = entries[slot] is { } entry
                    ? [.. Alike(entry, slot, weights, judge).Take(MostPairs).Select(f => new Pair(slot, f.Slot, f.Score))]
                    : []
        );
        return found.SelectMany(f => f);
    }

    /// <summary>Whether two items of the index are the same matter, 0 to 1.</summary>
    internal double Score(int one, int other, Weights weights) =>
        Judgement.Of(Comparison.Of(entries[one]!, entries[other]!, weights), entries[one]!, entries[other]!);

    private MatterMatch Explain(Entry asked, Entry found, double score, Likeness likeness, Weights weights)
    {
        var both = asked.Features.Select(Entry.FeatureOf).Where(found.Has).ToList();
        var places = asked
            .Places.Where(p => !p.IsNumber && found.Says(p))
            .Select(p => WholeNames.Of(SharedWords.Name(p, vocabulary), both, vocabulary))
            .Where(name => name.Length > 0)
            .Distinct();
        var shared = asked.Features.Where(f => !Entry.InPlace(f)).Select(Entry.FeatureOf).Where(found.Has);
        var reasons = new MatchReasons(
            likeness.SamePlace,
            likeness.Concern is Concern.Same,
            likeness.SameBody,
            [.. places.Take(WordsShown)],
            SharedWords.Of(shared, vocabulary, weights, WordsShown)
        );
        return new MatterMatch(found.Id, found.Title, score, (int)Math.Abs((asked.At - found.At).TotalDays), reasons);
    }
}
