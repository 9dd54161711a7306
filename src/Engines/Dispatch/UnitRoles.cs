namespace Suiying.Engines.Dispatch;

/// <summary>
/// Units that do the same for different places: where a unit's name holds the name of a place, the rest of it is its role. So what is known
/// of the enforcement team of one street helps the team of the next, and a community is found for a matter of a kind that it never had.
/// </summary>
internal sealed class UnitRoles
{
    private const string Place = "#";

    /// <summary>What ends the names of places without naming one. Longest first.</summary>
    private static readonly string[] Endings =
    [
        "街道办事处",
        "社区居委会",
        "村民委员会",
        "办事处",
        "居委会",
        "村委会",
        "街道",
        "社区",
        "镇",
        "乡",
        "村",
        "区",
        "县",
        "市",
    ];

    /// <summary>What says nothing once the place is known.</summary>
    private static readonly string[] Empty = ["街道", "办事处", "（", "）", "(", ")"];

    private readonly List<string> stems = [];
    private readonly List<string> names = [];
    private readonly Dictionary<string, int> numbers = [];
    private readonly List<int> roles = [];

    /// <summary>Names of places, without their endings, longest first.</summary>
    public IReadOnlyList<string> Stems => stems;

    public int Count => numbers.Count;

    public int Of(int unit) => roles[unit];

    /// <summary>The name of a unit, a new one or a changed one.</summary>
    public void Name(int unit, string name)
    {
        if (unit == names.Count)
        {
            names.Add(name);
            roles.Add(Number(name));
            return;
        }
        if (names[unit] == name)
            return;
        var changes = RoleOf(name, stems) != RoleOf(names[unit], stems);
        names[unit] = name;
        if (changes)
            Renumber();
    }

    /// <summary>A place that was named; all roles are found anew where it is a new one, which is seldom.</summary>
    public void Know(string place)
    {
        var stem = Stem(place.Trim());
        if (stem.Length < 2 || stems.Contains(stem))
            return;
        stems.Add(stem);
        stems.Sort((a, b) => a.Length == b.Length ? string.CompareOrdinal(a, b) : b.Length - a.Length);
        Renumber();
    }

    private void Renumber()
    {
        numbers.Clear();
        for (var unit = 0; unit < names.Count; unit++)
            roles[unit] = Number(names[unit]);
    }

    /// <summary>A stem as it was saved.</summary>
    public void Restore(string stem) => stems.Add(stem);

    private int Number(string name)
    {
        var role = RoleOf(name, stems);
        if (!numbers.TryGetValue(role, out var number))
            numbers[role] = number = numbers.Count;
        return number;
    }

    internal static string RoleOf(string name, IEnumerable<string> stems)
    {
        var role = name;
        foreach (var stem in stems)
            role = role.Replace(stem, Place, StringComparison.Ordinal);
        if (!role.Contains(Place, StringComparison.Ordinal))
            return name;
        foreach (var word in Empty)
            role = role.Replace(word, "", StringComparison.Ordinal);
        return Place + role.Trim('#').Replace("##", Place, StringComparison.Ordinal);
    }

    private static string Stem(string place)
    {
        foreach (var ending in Endings)
            if (place.Length >= ending.Length + 2 && place.EndsWith(ending, StringComparison.Ordinal))
                return place[..^ending.Length];
        return place;
    }
}
