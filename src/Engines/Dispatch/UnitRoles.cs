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

    private readonly HashSet<string> stems = [];
    private readonly List<string> names = [];
    private readonly Dictionary<string, int> numbers = [];
    private readonly List<int> sizes = [];
    private readonly Stack<int> free = [];
    private readonly List<(string Role, int Number)> roles = [];

    /// <summary>Names of places, without their endings.</summary>
    public IReadOnlyCollection<string> Stems => stems;

    /// <summary>How many roles some unit has.</summary>
    public int Count => numbers.Count;

    /// <summary>Numbers of roles lie below it.</summary>
    public int Numbers => sizes.Count;

    public int Of(int unit) => roles[unit].Number;

    /// <summary>How many units have this role.</summary>
    public int Size(int role) => sizes[role];

    /// <summary>The name of a unit, a new one or a changed one.</summary>
    public void Name(int unit, string name)
    {
        if (unit == names.Count)
        {
            names.Add(name);
            roles.Add(Take(RoleOf(name, stems)));
        }
        else if (names[unit] != name)
        {
            names[unit] = name;
            Renew(unit);
        }
    }

    /// <summary>A place that was named; the roles of units that are named after it are found anew where it is a new one.</summary>
    public void Know(string place)
    {
        var stem = Stem(place.Trim());
        if (stem.Length < 2 || !stems.Add(stem))
            return;
        for (var unit = 0; unit < names.Count; unit++)
            if (names[unit].Contains(stem, StringComparison.Ordinal))
                Renew(unit);
    }

    /// <summary>A stem as it was saved.</summary>
    public void Restore(string stem) => stems.Add(stem);

    private void Renew(int unit)
    {
        var role = RoleOf(names[unit], stems);
        var (old, number) = roles[unit];
        if (role == old)
            return;
        roles[unit] = Take(role);
        if (--sizes[number] > 0)
            return;
        numbers.Remove(old);
        free.Push(number);
    }

    private (string, int) Take(string role)
    {
        if (!numbers.TryGetValue(role, out var number))
        {
            if (!free.TryPop(out number))
            {
                number = sizes.Count;
                sizes.Add(0);
            }
            numbers[role] = number;
        }
        sizes[number]++;
        return (role, number);
    }

    private static string RoleOf(string name, HashSet<string> stems)
    {
        var role = name;
        foreach (var stem in StemsIn(name, stems))
            role = role.Replace(stem, Place, StringComparison.Ordinal);
        if (!role.Contains(Place, StringComparison.Ordinal))
            return name;
        foreach (var word in Empty)
            role = role.Replace(word, "", StringComparison.Ordinal);
        return Place + role.Trim('#').Replace("##", Place, StringComparison.Ordinal);
    }

    /// <summary>Longest first. A name has few parts, a city thousands of places: the parts are looked up.</summary>
    private static List<string> StemsIn(string name, HashSet<string> stems)
    {
        var (found, parts) = (new List<string>(), stems.GetAlternateLookup<ReadOnlySpan<char>>());
        for (var length = name.Length; length >= 2; length--)
        for (var start = 0; start + length <= name.Length; start++)
            if (parts.TryGetValue(name.AsSpan(start, length), out var stem) && !found.Contains(stem))
                found.Add(stem);
        return found;
    }

    private static string Stem(string place)
    {
        foreach (var ending in Endings)
            if (place.Length >= ending.Length + 2 && place.EndsWith(ending, StringComparison.Ordinal))
                return place[..^ending.Length];
        return place;
    }
}
