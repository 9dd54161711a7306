namespace Suiying.Engines.Places;

/// <summary>The areas of a city with all their names, by characters and by sound.</summary>
internal sealed class Gazetteer
{
    private readonly GazetteerEntry[] entries;
    private readonly int[] parents;
    private readonly List<NameForm>[] forms;
    private readonly List<int>[] below;
    private readonly Dictionary<string, char> sounds = [];

    public Gazetteer(IEnumerable<GazetteerEntry> areas)
    {
        entries = [.. areas];
        var at = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var area = 0; area < entries.Length; area++)
            if (!at.TryAdd(entries[area].Code, area))
                throw new ArgumentException($"The code {entries[area].Code} stands twice.", nameof(areas));
        parents = [.. entries.Select(e => e.Parent is { } parent && at.TryGetValue(parent, out var above) ? above : -1)];
        below = [.. entries.Select(_ => new List<int>())];
        forms = [.. entries.Select((e, area) => NameForms.Of(e, area, [.. Above(area).SelectMany(a => HeadsOf(entries[a]))]).ToList())];
        for (var area = 0; area < entries.Length; area++)
        {
            foreach (var above in Above(area))
                below[above].Add(area);
            foreach (var form in forms[area])
                Add(form);
        }
    }

    /// <summary>By the characters themselves.</summary>
    public NameTrie Written { get; } = new();

    /// <summary>By how the characters are heard; see <see cref="SoundOf"/>.</summary>
    public NameTrie Spoken { get; } = new();

    public GazetteerEntry this[int area] => entries[area];

    public IReadOnlyList<NameForm> FormsOf(int area) => forms[area];

    /// <summary>Short names of all areas of these levels.</summary>
    public HashSet<string> Bare(params PlaceLevel[] levels) =>
        [
            .. entries
                .Index()
                .Where(e => levels.Contains(e.Item.Level))
                .SelectMany(e => forms[e.Index])
                .Where(f => !f.Full)
                .Select(f => f.Text),
        ];

    /// <summary>All areas under this one.</summary>
    public IReadOnlyList<int> Below(int area) => below[area];

    /// <summary>The areas above, nearest first. A circle in the data ends where it closes.</summary>
    public IEnumerable<int> Above(int area)
    {
        var steps = 0;
        for (var above = parents[area]; above >= 0 && above != area && steps++ < (int)PlaceLevel.Village; above = parents[above])
            yield return above;
    }

    /// <summary>True where the first is the second or lies under it.</summary>
    public bool Within(int inner, int outer) => inner == outer || Above(inner).Contains(outer);

    /// <summary>One sign for all characters that sound alike; the character itself where no name has such a sound.</summary>
    public char SoundOf(char character) => sounds.GetValueOrDefault(Syllables.Heard(character), character);

    private static IEnumerable<string> HeadsOf(GazetteerEntry entry) =>
        PlaceForms.Of(Spelling.Plain(entry.Name), village: false) is var said ? said.OrderByDescending(f => f.Length) : [];

    private void Add(NameForm form)
    {
        Written.Add(form.Text, form);
        var level = entries[form.Area].Level;
        // A village without the word of its level is too little to be heard wrong as well.
        if (level == PlaceLevel.City || (!form.Full && level == PlaceLevel.Village) || (form.Body < 2 && level != PlaceLevel.County))
            return;
        Spoken.Add([.. form.Text.Select(Sign)], form);
    }

    private char Sign(char character)
    {
        // Signs stand in the private use area, where no name has a character.
        const char First = '\uE000';
        var heard = Syllables.Heard(character);
        if (heard.Length == 0)
            return character;
        if (!sounds.TryGetValue(heard, out var sign))
            sounds[heard] = sign = (char)(First + sounds.Count);
        return sign;
    }
}
