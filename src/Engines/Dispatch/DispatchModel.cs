namespace Suiying.Engines.Dispatch;

/// <summary>
/// Which unit gets a matter, learnt from what people decided. Decisions are counted on many levels at once (this sub-type in this street,
/// this sub-type anywhere, …), recent ones more; a learnt blend weighs the levels against each other. It learns from each decision at once,
/// in a time that does not grow with what it has learnt. The same decisions in the same order give the same model. Not thread-safe: its
/// owner lets one in at a time. It proposes; a person decides.
/// </summary>
public sealed partial class DispatchModel
{
    private readonly int[][] levels;
    private readonly int[] narrowest;
    private readonly IReadOnlyList<string> names;
    private readonly Dictionary<string, int>[] codes;
    private readonly Dictionary<ulong, Tally>[] tallies;
    private readonly List<Known> units = [];
    private readonly Dictionary<string, int> numbers = [];
    private readonly UnitRoles roles = new();
    private readonly Blend blend;
    private readonly Leanings leanings;
    private DateTimeOffset? first;
    private int newest = int.MinValue;

    /// <summary>A model that knows nothing yet.</summary>
    /// <exception cref="ArgumentException">No field says what a matter is about, or a field is named twice.</exception>
    public DispatchModel(DispatchFields fields)
    {
        if (fields.What.Count == 0 || fields.All.Distinct().Count() != fields.All.Count)
            throw new ArgumentException("At least one field of What, and each field once.", nameof(fields));
        Fields = fields;
        names = fields.All;
        levels = fields.Levels();
        narrowest = [.. Enumerable.Range(1, levels.Length - 1).OrderByDescending(level => levels[level].Length)];
        codes = [.. fields.All.Select(_ => new Dictionary<string, int>())];
        tallies = [.. levels.Select(_ => new Dictionary<ulong, Tally>())];
        found = new Tally?[levels.Length];
        blend = new Blend(levels.Length, RoleWhats * fields.Where.Count);
        leanings = new Leanings(codes.Length);
    }

    /// <summary>The fields it was made for.</summary>
    public DispatchFields Fields { get; }

    /// <summary>How many decisions it has learnt, those forgotten since not counted.</summary>
    public long Learnt { get; private set; }

    /// <summary>All units it knows, those that are gone left out.</summary>
    public IReadOnlyList<DispatchUnit> Units => [.. units.Where(u => !u.Gone).Select(u => u.Unit)];

    /// <summary>Learns one decision. A unit that was merged into another counts as that one; one that was gone and gets a matter is back.</summary>
    /// <exception cref="ArgumentException">The matter has not as many codes as there are fields, or the unit no code.</exception>
    public void Learn(DispatchMatter matter, DispatchUnit unit)
    {
        var values = Values(matter, learn: true);
        if (string.IsNullOrEmpty(unit.Code))
            throw new ArgumentException("A unit has a code.", nameof(unit));
        first ??= matter.At;
        foreach (var place in matter.Places)
            roles.Know(place);
        var known = numbers.TryGetValue(unit.Code, out var decided);
        if (known && units[decided].Into is null)
            decided = Meet(unit);
        else if (known)
            decided = Last(decided);
        if (known)
            Adjust(values, matter.At, decided);
        else
            decided = Meet(unit);
        units[decided] = units[decided] with { Gone = false };
        var (weight, month) = (Weight(matter.At), Month(matter.At));
        newest = Math.Max(newest, month);
        for (var level = 0; level < levels.Length; level++)
        {
            if (Key(level, values) is not { } key)
                continue;
            if (!tallies[level].TryGetValue(key, out var tally))
                tallies[level][key] = tally = new Tally();
            tally.Add(decided, weight, month);
        }
        Learnt++;
    }

    /// <summary>
    /// Takes one decision back that was learnt, with the same matter: the counts are as if it had never been. (The blend keeps what it
    /// learnt about levels.) False where no such decision is counted, and then nothing changes.
    /// </summary>
    public bool Forget(DispatchMatter matter, string unit)
    {
        var values = Values(matter, learn: false);
        if (!numbers.TryGetValue(unit, out var decided) || values.Zip(matter.Codes).Any(v => v.First == 0 && v.Second.Length > 0))
            return false;
        decided = Last(decided);
        var counted = new List<(int Level, ulong Key, Tally Tally, Share Share)>();
        for (var level = 0; level < levels.Length; level++)
        {
            if (Key(level, values) is not { } key)
                continue;
            if (!tallies[level].TryGetValue(key, out var tally) || tally.Find(decided) is not { } share)
                return false;
            counted.Add((level, key, tally, share));
        }
        foreach (var (level, key, tally, share) in counted)
        {
            tally.Remove(share, Weight(matter.At), Month(matter.At));
            if (tally.Shares.Count == 0)
                tallies[level].Remove(key);
        }
        Learnt--;
        return true;
    }

    /// <summary>An accepted return: not the wrong unit but the right one. Learns the right one even where the wrong one was never learnt.</summary>
    public void Correct(DispatchMatter matter, string wrong, DispatchUnit right)
    {
        Forget(matter, wrong);
        Learn(matter, right);
    }

    /// <summary>A unit that is gone is no longer proposed, until a matter goes to it again. What went there is still counted as evidence of others.</summary>
    public void Retire(string unit)
    {
        if (numbers.TryGetValue(unit, out var number))
            units[number] = units[number] with { Gone = true };
    }

    /// <summary>A reorganisation: all that went to one unit counts as gone to another, from now on too. Also a unit whose code changed.</summary>
    /// <exception cref="ArgumentException">The other unit was itself merged into this one.</exception>
    public void Merge(string unit, DispatchUnit into)
    {
        if (unit == into.Code)
        {
            Meet(into);
            return;
        }
        var isNew = !numbers.ContainsKey(into.Code);
        var to = Last(Meet(into));
        if (!numbers.TryGetValue(unit, out var from))
            from = Meet(new DispatchUnit(unit, into.Name));
        if (to == from)
            throw new ArgumentException($"Unit {into.Code} was merged into {unit}.", nameof(into));
        foreach (var tally in tallies.SelectMany(level => level.Values))
            tally.Move(from, to);
        if (isNew)
            leanings.Copy(from, to);
        units[from] = units[from] with { Gone = true, Into = to };
    }

    private int Meet(DispatchUnit unit)
    {
        if (!numbers.TryGetValue(unit.Code, out var number))
        {
            numbers[unit.Code] = number = units.Count;
            units.Add(new Known(unit, Gone: false, Into: null));
        }
        units[number] = units[number] with { Unit = unit };
        roles.Name(number, unit.Name);
        return number;
    }

    private int Last(int unit)
    {
        while (units[unit].Into is { } next)
            unit = next;
        return unit;
    }

    private readonly record struct Known(DispatchUnit Unit, bool Gone, int? Into);
}
