namespace Suiying.Engines.Topics;

/// <summary>Reads what items are compared by. Costs time in proportion to the text that is read, which is bounded.</summary>
internal sealed class Reader
{
    /// <summary>Most features of one item; a long text's later ones are left out.</summary>
    private const int MostFeatures = 480;

    private const int MostPlaces = 24;

    private readonly Dictionary<uint, int> flags = [];
    private readonly List<PlaceMark> places = [];
    private readonly List<(int Start, int End)> named = [];

    /// <summary>Reads without knowing any vocabulary, so several readers may read at once.</summary>
    public ReadItem Read(MatterItem item)
    {
        flags.Clear();
        places.Clear();
        named.Clear();
        var folded = FoldedText.Of(item);
        FindPlaces(folded.Text);
        Collect(folded);
        return new ReadItem(
            item,
            [.. flags.Select(f => (f.Key, (byte)f.Value))],
            [.. places],
            Concerns.Of(folded.Text.AsSpan(0, folded.TitleLength)),
            Concerns.Of(folded.Text),
            item.Author.Length == 0 ? 0 : Hash(item.Author),
            Hash(folded.Text.AsSpan(folded.TitleLength))
        );
    }

    private void FindPlaces(string text)
    {
        foreach (var (kind, start, last, end) in PlaceFinder.Names(text))
            AddName(text, kind, start, last, end);
        foreach (var (kind, value, start) in NumberFinder.Numbers(text))
        {
            // 福盛公寓21号楼 is named by its ending already; 恒馨2号楼 is not.
            if (kind is PlaceKind.Building && !named.Exists(n => n.End == start) && PlaceFinder.Before(text, start) is { } name)
                AddName(text, name.Kind, name.Start, name.Last, name.End);
            Add(new PlaceMark(kind, value, -1));
        }
        AddCodes(text);
        places.Sort((a, b) => (a.IsNumber, a.Kind, a.First, a.Second).CompareTo((b.IsNumber, b.Kind, b.First, b.Second)));
    }

    private void AddName(string text, PlaceKind kind, int start, int last, int end)
    {
        named.Add((start, end));
        if (places.Count >= MostPlaces)
            return;
        var second = last - start > 2 ? Key(Features.Pair(text[start + 1], text[start + 2])) : -1;
        Add(new PlaceMark(kind, Key(Features.Pair(text[start], text[start + 1])), second));
    }

    /// <summary>Areas that stand for their name: A3区.</summary>
    private void AddCodes(string text)
    {
        foreach (var (start, end) in Words(text))
        {
            if (end - start <= 4 && text[start] is >= 'a' and <= 'z' && end < text.Length && text[end] is '区' or '县' or '市')
                Add(new PlaceMark(PlaceKind.District, Key(Features.Word(text.AsSpan(start, end - start))), -1));
        }
    }

    /// <summary>A mark holds keys until there are numbers for them.</summary>
    private static int Key(uint key) => unchecked((int)key);

    private void Add(PlaceMark mark)
    {
        if (places.Count < MostPlaces && !places.Contains(mark))
            places.Add(mark);
    }

    private void Collect(FoldedText folded)
    {
        var text = folded.Text;
        named.Sort();
        var name = 0;
        for (var at = 0; at < text.Length && flags.Count < MostFeatures; at++)
        {
            if (!FoldedText.IsJoined(text[at]))
                continue;
            while (name < named.Count && named[name].End <= at)
                name++;
            var inside = name < named.Count && named[name].Start <= at;
            var title = at < folded.TitleLength ? 1 : 0;
            if (!Features.Carries(text[at]))
                Note(Features.Single(text[at]), title | (inside ? 2 : 0));
            if (at + 1 >= text.Length || !FoldedText.IsJoined(text[at + 1]))
                continue;
            if (Features.Carries(text[at]) && Features.Carries(text[at + 1]))
                continue;
            // The pair across a name's edge tells as little of the matter as those inside.
            Note(Features.Pair(text[at], text[at + 1]), title | (inside || (name < named.Count && named[name].Start == at + 1) ? 2 : 0));
        }
        foreach (var (start, end) in Words(text))
        {
            if (flags.Count < MostFeatures)
                Note(Features.Word(text.AsSpan(start, end - start)), start < folded.TitleLength ? 1 : 0);
        }
    }

    private void Note(uint key, int flag) => flags[key] = flags.GetValueOrDefault(key) | flag;

    private static IEnumerable<(int Start, int End)> Words(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!FoldedText.IsWord(text[at]))
                continue;
            var end = at;
            while (end < text.Length && FoldedText.IsWord(text[end]))
                end++;
            yield return (at, end);
            at = end;
        }
    }

    /// <summary>FNV-1a of 64 bits; never 0.</summary>
    private static ulong Hash(ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
                hash = (hash ^ c) * 1099511628211UL;
        }
        return hash == 0 ? 1 : hash;
    }
}
