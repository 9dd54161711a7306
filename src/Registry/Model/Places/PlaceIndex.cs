using System.Runtime.InteropServices;
using Suiying.Contracts.Registry;
using Suiying.Engines.Places;
using Suiying.Engines.Text;

namespace Suiying.Registry.Model.Places;

/// <summary>
/// Names of one snapshot, found by pairs of characters (a Chinese name of two characters is one pair). Built once per snapshot in
/// some ten milliseconds; a look-up walks the shortest posting list, not all areas.
/// </summary>
internal sealed class PlaceIndex
{
    private const int SeamsOfAName = 2;

    private readonly AreaTree areas;
    private readonly Entry[] entries;
    private readonly Dictionary<(char, char), List<int>> postings = [];
    private readonly Dictionary<string, List<int>> byForm = [];

    public PlaceIndex(CitySnapshot city)
    {
        areas = city.Areas;
        entries = [.. areas.All.Select(a => new Entry(a, FormsOf(a), PathOf(a)))];
        for (var at = 0; at < entries.Length; at++)
        {
            foreach (var pair in Pairs(entries[at].Path).Distinct())
                Add(postings, pair, at);
            foreach (var form in entries[at].Forms)
                Add(byForm, form, at);
        }
    }

    public IEnumerable<(Area Area, double Score)> Find(string text)
    {
        var wanted = Plain(text);
        if (wanted.Length == 0)
            return [];
        if (wanted.Length > 1 && wanted.All(char.IsAsciiLetter))
            return Ranked(ByInitials(wanted.ToLowerInvariant()));
        var named = Candidates(wanted).Select(at => (entries[at].Area, Score: Score(entries[at], wanted))).Where(m => m.Score > 0).ToList();
        return named.Count > 0 ? Ranked(named) : Ranked(InAddress(wanted));
    }

    private static IEnumerable<(Area Area, double Score)> Ranked(IEnumerable<(Area Area, double Score)> matches) =>
        matches
            .OrderByDescending(m => m.Score)
            .ThenByDescending(m => m.Area.Served)
            .ThenBy(m => m.Area.Level)
            .ThenBy(m => m.Area.Code, StringComparer.Ordinal);

    /// <summary>东关 by dg, as somebody types who has a caller on the phone.</summary>
    private IEnumerable<(Area Area, double Score)> ByInitials(string letters) =>
        entries
            .Select(e => (e.Area, Length: e.Initials.Where(i => Initials.Begin(i, letters)).Select(i => i.Length).DefaultIfEmpty().Min()))
            .Where(m => m.Length > 0)
            .Select(m => (m.Area, 0.4 * letters.Length / m.Length));

    private IEnumerable<int> Candidates(string wanted)
    {
        if (wanted.Length == 1)
            return Enumerable.Range(0, entries.Length);
        var pairs = Pairs(wanted).Distinct().ToList();
        var lists = pairs.Select(p => postings.GetValueOrDefault(p)).OfType<List<int>>().OrderBy(l => l.Count).ToList();
        // 莲池区五四路街道某社区 joins names: the pairs over its two seams stand in no name, all others must.
        var mayLack = SeamsOfAName - (pairs.Count - lists.Count);
        if (lists.Count == 0 || mayLack < 0)
            return [];
        return lists
            .Take(mayLack + 1)
            .SelectMany(list => list)
            .Distinct()
            .Where(at => lists.Count(list => list.BinarySearch(at) >= 0) >= lists.Count - mayLack);
    }

    private double Score(Entry entry, string wanted)
    {
        var best = 0.0;
        for (var at = 0; at < entry.Forms.Count; at++)
            best = Math.Max(best, ScoreForm(entry.Forms[at], wanted) - 0.01 * at);
        if (best > 0)
            return best;
        // The end of what was said is the area's name and what stands before it are names above it.
        foreach (var form in entry.Forms.Where(f => wanted.Length > f.Length && wanted.EndsWith(f, StringComparison.Ordinal)))
            best = Math.Max(best, NamesAbove(entry.Area, wanted[..^form.Length]) ? 0.95 : 0);
        if (best > 0)
            return best;
        var pairs = Pairs(wanted).Distinct().ToList();
        bool In(string name, (char First, char Second) pair) => name.Contains($"{pair.First}{pair.Second}", StringComparison.Ordinal);
        return pairs.Count > 1 && pairs.Exists(p => In(entry.Forms[0], p)) && pairs.TrueForAll(p => In(entry.Path, p)) ? 0.3 : 0;
    }

    private static double ScoreForm(string form, string wanted)
    {
        if (form == wanted)
            return 1;
        var share = (double)wanted.Length / form.Length;
        if (form.StartsWith(wanted, StringComparison.Ordinal))
            return 0.7 + 0.1 * share;
        return form.Contains(wanted, StringComparison.Ordinal) ? 0.5 + 0.1 * share : 0;
    }

    /// <summary>True where the text consists of names of areas above, in order, perhaps with some left out.</summary>
    private bool NamesAbove(Area area, string text)
    {
        foreach (var above in areas.Upwards(area.Parent))
        {
            if (text.Length == 0)
                return true;
            var form = FormsOf(above).Where(f => text.EndsWith(f, StringComparison.Ordinal)).MaxBy(f => f.Length);
            if (form is not null)
                text = text[..^form.Length];
        }
        return text.Length == 0;
    }

    /// <summary>Areas whose name stands somewhere in a whole address; names above that stand in it too speak for one among namesakes.</summary>
    private List<(Area Area, double Score)> InAddress(string address)
    {
        const int LongestForm = 24;
        var found = new Dictionary<int, int>();
        for (var from = 0; from < address.Length - 1; from++)
        {
            for (var length = 2; length <= Math.Min(LongestForm, address.Length - from); length++)
            {
                if (!byForm.TryGetValue(address.Substring(from, length), out var list))
                    continue;
                foreach (var at in list)
                    CollectionsMarshal.GetValueRefOrAddDefault(found, at, out _) = Math.Max(found.GetValueOrDefault(at), length);
            }
        }
        var said = found.Keys.Select(at => entries[at].Area.Code).ToHashSet();
        return [.. found.Select(f => (entries[f.Key].Area, ScoreInAddress(entries[f.Key].Area, f.Value, said)))];
    }

    private double ScoreInAddress(Area area, int length, HashSet<string> said)
    {
        var above = areas.Upwards(area.Parent).Count(a => a.Level != AreaLevel.City && said.Contains(a.Code));
        return Math.Min(0.29, 0.02 * Math.Min(length, 5) + 0.06 * above + 0.01 * (int)area.Level);
    }

    /// <summary>The official name's forms first, so that they rank above those of another name.</summary>
    private static IReadOnlyList<string> FormsOf(Area area) =>
        [
            .. (area.Aliases ?? [])
                .Prepend(area.Name)
                .SelectMany(name => PlaceForms.Of(Plain(name), area.Level == AreaLevel.Village))
                .Distinct(),
        ];

    /// <summary>Letters and digits only, in one width and case.</summary>
    private static string Plain(string text) => string.Concat(NormalText.Of(text).Where(char.IsLetterOrDigit));

    private string PathOf(Area area) =>
        string.Join('/', areas.Upwards(area.Code).Where(a => a == area || a.Level != AreaLevel.City).Reverse().Select(a => Plain(a.Name)));

    private static IEnumerable<(char, char)> Pairs(string text) =>
        Enumerable.Range(0, Math.Max(0, text.Length - 1)).Select(at => (text[at], text[at + 1]));

    private static void Add<TKey>(Dictionary<TKey, List<int>> lists, TKey key, int value)
        where TKey : notnull
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(lists, key, out _);
        (list ??= []).Add(value);
    }

    private sealed record Entry(Area Area, IReadOnlyList<string> Forms, string Path)
    {
        public IReadOnlyList<string> Initials { get; } = [.. Forms.Select(Engines.Text.Initials.Of)];
    }
}
