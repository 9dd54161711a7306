namespace Suiying.Engines.Topics;

/// <summary>Counts and names a group of entries.</summary>
internal sealed class TopicMaker(MatterIndex index, Weights weights)
{
    private const int Compared = 24;
    private const int WordsShown = 5;
    private const double SaidByMost = 0.4;
    private const double AgainCounts = 1 / 3.0;
    private const double LikesCount = 2;
    private const int ShortestTitle = 6;

    private static readonly TimeSpan Fortnight = TimeSpan.FromDays(14);
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    private readonly DateTimeOffset end = index.End ?? DateTimeOffset.MinValue;

    public Topic Matter(List<int> slots)
    {
        var entries = slots.ConvertAll(s => index.At(s)!);
        var typical = Typical(entries);
        var titled = typical.FirstOrDefault(e => e.Title.Trim().Length >= ShortestTitle) ?? typical[0];
        return Make(TopicKind.Topic, OneLine(titled.Title), typical, entries);
    }

    public Topic Theme(List<int> slots, string concern)
    {
        var entries = slots.Select(s => index.At(s)!).OrderBy(e => e.At).ThenBy(e => e.Id, StringComparer.Ordinal).ToList();
        return Make(TopicKind.Theme, concern, entries, entries);
    }

    /// <summary>The most typical first: what is most like the others stands for them.</summary>
    private List<Entry> Typical(List<Entry> entries)
    {
        var step = Math.Max(1, entries.Count / Compared);
        var middle = new Middle(entries.Where((_, i) => i % step == 0).Take(Compared), weights);
        return
        [
            .. entries
                .Select(e => (Entry: e, Like: middle.Likeness(e)))
                .OrderByDescending(e => e.Like)
                .ThenBy(e => e.Entry.At)
                .ThenBy(e => e.Entry.Id, StringComparer.Ordinal)
                .Select(e => e.Entry),
        ];
    }

    private Topic Make(TopicKind kind, string title, List<Entry> typical, List<Entry> byTime)
    {
        var people = byTime.Where(e => e.Author != 0).Select(e => e.Author).Distinct().Count() + byTime.Count(e => e.Author == 0);
        var likes = byTime.Sum(e => e.Likes);
        var concentration = Densest(byTime) / (double)byTime.Count;
        var voices = people + AgainCounts * (byTime.Count - people) + LikesCount * Math.Log2(1 + likes);
        return new Topic
        {
            Kind = kind,
            Title = title,
            Members = typical.ConvertAll(e => e.Id),
            People = people,
            Likes = likes,
            First = byTime[0].At,
            Last = byTime[^1].At,
            Recent = byTime.Count(e => e.At > end - Fortnight),
            Before = byTime.Count(e => e.At <= end - Fortnight && e.At > end - 2 * Fortnight),
            Concentration = concentration,
            PlaceWords = PlaceWords(byTime),
            MatterWords = SharedWords.Of(Common(byTime), index.Words, weights, WordsShown),
            Heat = voices * (0.75 + concentration / 2),
        };
    }

    private static string OneLine(string title) => string.Concat(title.Select(c => char.IsControl(c) ? ' ' : c)).Trim();

    private static int Densest(List<Entry> byTime)
    {
        var (most, from) = (0, 0);
        for (var to = 0; to < byTime.Count; to++)
        {
            while (byTime[to].At - byTime[from].At > Month)
                from++;
            most = Math.Max(most, to - from + 1);
        }
        return most;
    }

    private List<string> PlaceWords(List<Entry> entries)
    {
        var said = entries.SelectMany(e => e.Features.Select(Entry.FeatureOf)).Distinct().ToList();
        return
        [
            .. entries
                .SelectMany(e => e.Places.Where(p => !p.IsNumber).Select(p => SharedWords.Name(p, index.Words)).Distinct())
                .Where(name => name.Length > 0)
                .CountBy(name => name)
                .Where(n => n.Value >= SaidByMost * entries.Count)
                .OrderByDescending(n => n.Value)
                .ThenBy(n => n.Key, StringComparer.Ordinal)
                .Take(WordsShown)
                .Select(n => WholeNames.Of(n.Key, said, index.Words))
                .Distinct(),
        ];
    }

    private static IEnumerable<int> Common(List<Entry> entries) =>
        entries
            .SelectMany(e => e.Features.Where(f => !Entry.InPlace(f)).Select(Entry.FeatureOf))
            .CountBy(f => f)
            .Where(f => f.Value >= SaidByMost * entries.Count)
            .Select(f => f.Key);
}
