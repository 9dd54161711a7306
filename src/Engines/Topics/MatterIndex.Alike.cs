namespace Suiying.Engines.Topics;

public sealed partial class MatterIndex
{
    /// <summary>Most items that are compared in full for one question.</summary>
    private const int MostCompared = 96;

    /// <summary>So many are enough for grouping: who names the same place and has the same concern is among the first.</summary>
    private const int MostGrouped = 48;

    /// <summary>Most pairs of one item that grouping sees.</summary>
    private const int MostPairs = 16;

    /// <summary>How many in a row that do not fit let grouping stop.</summary>
    private const int Patience = 10;

    private const int WordsShown = 4;

    /// <summary>
    /// What is about the same matter as an item, be it in the index or not; itself left out. Changes nothing.
    /// </summary>
    /// <param name="item">The item as far as it is known; while it is typed the body may be half a sentence.</param>
    /// <param name="most">How many matches to explain.</param>
    public AlikeItems Alike(MatterItem item, int most = 10)
    {
        var entry = new Reader().Read(item).Asking(vocabulary);
        entry.Slot = SlotOf(item.Id) ?? -1;
        var weights = WeightsNow();
        var found = Alike(entry, weights, Breadth.Matter);
        var same = found.ConvertAll(f => entries[f.Slot]!);
        var known = same.Where(e => e.Author != 0).Select(e => e.Author).Distinct().Count();
        return new AlikeItems(
            [.. found.Take(most).Select(f => Explain(entry, entries[f.Slot]!, f.Score, weights))],
            same.Count,
            known + same.Count(e => e.Author == 0),
            same.Sum(e => e.Likes),
            same.Count == 0 ? null : same.Min(e => e.At)
        );
    }

    /// <summary>
    /// Which of some items of the index are about the same matter as one of them, the best first. Each is compared in full, so whoever asks
    /// gives few. Changes nothing.
    /// </summary>
    /// <param name="id">Of the item that is asked about; nothing is alike where it is not there.</param>
    /// <param name="others">Ids of those that are compared; itself and what is not there are passed over.</param>
    public IReadOnlyList<MatterMatch> AlikeAmong(string id, IEnumerable<string> others)
    {
        if (SlotOf(id) is not { } slot)
            return [];
        var (entry, weights) = (entries[slot]!, WeightsNow());
        var found = others
            .Select(SlotOf)
            .OfType<int>()
            .Where(other => other != slot)
            .Select(other => (Slot: other, Score: Judgement.Of(Breadth.Matter, entry, entries[other]!, weights)))
            .Where(f => f.Score >= Judgement.Border)
            .ToList();
        found.Sort(BestFirst);
        return [.. found.Select(f => Explain(entry, entries[f.Slot]!, f.Score, weights))];
    }

    /// <summary>From the border on, the best first, then the earliest.</summary>
    /// <param name="entry">Who asks.</param>
    /// <param name="weights">Of this moment.</param>
    /// <param name="breadth">What is asked for.</param>
    /// <param name="most">So many of the most promising are looked at.</param>
    /// <param name="patience">After so many in a row that do not fit nobody looks at the less promising.</param>
    private List<(int Slot, double Score)> Alike(
        Entry entry,
        Weights weights,
        Breadth breadth,
        int most = MostCompared,
        int patience = MostCompared
    )
    {
        var candidates = idle.TryTake(out var taken) ? taken : new Candidates();
        var found = new List<(int Slot, double Score)>();
        var inVain = 0;
        foreach (var slot in candidates.Of(entry, this, weights, most))
        {
            var score = Judgement.Of(breadth, entry, entries[slot]!, weights);
            inVain = score < Judgement.Border ? inVain + 1 : 0;
            if (inVain == 0)
                found.Add((slot, score));
            else if (inVain == patience)
                break;
        }
        idle.Add(candidates);
        found.Sort(BestFirst);
        return found;
    }

    private int BestFirst((int Slot, double Score) one, (int Slot, double Score) other) =>
        one.Score != other.Score ? other.Score.CompareTo(one.Score) : times.Compare(one.Slot, other.Slot);

    /// <summary>The best pairs of each item, from the border on. Uses all cores.</summary>
    internal Pair[] Pairs(Weights weights, Breadth breadth)
    {
        var found = new Pair[entries.Count][];
        Parallel.For(0, entries.Count, slot => found[slot] = entries[slot] is { } entry ? PairsOf(entry, weights, breadth) : []);
        return [.. found.SelectMany(f => f)];
    }

    private Pair[] PairsOf(Entry entry, Weights weights, Breadth breadth) =>
        [.. Alike(entry, weights, breadth, MostGrouped, Patience).Take(MostPairs).Select(f => new Pair(entry.Slot, f.Slot, f.Score))];

    /// <summary>Whether two items of the index belong together, 0 to 1.</summary>
    internal double Score(int one, int other, Weights weights, Breadth breadth) =>
        Judgement.Of(breadth, entries[one]!, entries[other]!, weights);

    private MatterMatch Explain(Entry asked, Entry found, double score, Weights weights)
    {
        var both = asked.Features.Select(Entry.FeatureOf).Where(found.Has).ToList();
        var around = Circumstances.Of(asked, found);
        var places = asked
            .Places.Where(p => !p.IsNumber && found.Says(p))
            .Select(p => WholeNames.Of(SharedWords.Name(p, vocabulary), both, vocabulary))
            .Where(name => name.Length > 0)
            .Distinct();
        var shared = asked.Features.Where(f => !Entry.InPlace(f)).Select(Entry.FeatureOf).Where(found.Has);
        var reasons = new MatchReasons(
            around.SamePlace,
            around.Concern is Concern.Same,
            around.SameBody,
            [.. places.Take(WordsShown)],
            SharedWords.Of(shared, vocabulary, weights, WordsShown)
        );
        return new MatterMatch(found.Id, found.Title, score, (int)Math.Abs((asked.At - found.At).TotalDays), reasons);
    }
}
