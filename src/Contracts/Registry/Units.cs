using System.Collections.Frozen;

namespace Suiying.Contracts.Registry;

/// <summary>承办单位的类别. Unlike kinds are never ranked together.</summary>
public enum UnitKind
{
    /// <summary>热线: the hotline centre itself, at the root of the tree.</summary>
    Hotline,

    /// <summary>市直部门</summary>
    CityDepartment,

    /// <summary>县(市、区)政府</summary>
    CountyGovernment,

    /// <summary>县直部门</summary>
    CountyDepartment,

    /// <summary>乡镇政府、街道办事处</summary>
    Township,

    /// <summary>村(居)委会</summary>
    Village,

    /// <summary>公共服务企业: water, power, gas, heat, buses.</summary>
    Enterprise,

    /// <summary>监督: the discipline and supervision body, where matters about conduct go.</summary>
    Oversight,

    /// <summary>内设机构: a section of a department, township or enterprise.</summary>
    Section,
}

/// <summary>One unit that can hold a ticket.</summary>
public sealed record Unit
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required UnitKind Kind { get; init; }

    /// <summary>The unit above: whom it answers to and where its matters go when it may not see them. Null at the root.</summary>
    public string? Parent { get; init; }

    /// <summary>The area for which the unit acts.</summary>
    public required string Area { get; init; }

    /// <summary>What the unit is for, as the duty list names it (housing, water …); null where it acts for all matters of its area.</summary>
    public string? Function { get; init; }

    /// <summary>Number that staff may ring, or null.</summary>
    public string? Phone { get; init; }

    /// <summary>承接单位: code of the unit that took over its matters when it was closed; null while the unit exists.</summary>
    public string? Successor { get; init; }

    /// <summary>
    /// True for a 街道办事处, which acts for a district as its agency, and false for a 乡镇人民政府, which is a government: the official name
    /// says which, by its end. A pack whose names are not Chinese has townships alone.
    /// </summary>
    public bool IsStreetOffice() =>
        Kind is UnitKind.Township && StreetEndings.Any(ending => Name.EndsWith(ending, StringComparison.Ordinal));

    private static readonly string[] StreetEndings = ["街道办事处", "街道办", "街道"];

    /// <summary>True where the unit was closed: it is given nothing new.</summary>
    public bool IsClosed() => Successor is not null;
}

/// <summary>All units of a city as a tree.</summary>
public sealed class UnitTree
{
    private readonly FrozenDictionary<string, Unit> byCode;
    private readonly ILookup<string, Unit> children;
    private readonly ILookup<string, string> tookOver;

    /// <exception cref="ArgumentException">A code stands twice.</exception>
    public UnitTree(IReadOnlyList<Unit> units)
    {
        All = units;
        byCode = units.ToFrozenDictionary(u => u.Code);
        children = units.Where(u => u.Parent is not null).ToLookup(u => u.Parent!);
        tookOver = units.Where(u => u.IsClosed()).ToLookup(u => Acting(u.Code)!, u => u.Code);
        ByKindAndArea = units.ToLookup(u => (u.Kind, u.Area));
    }

    public IReadOnlyList<Unit> All { get; }

    public ILookup<(UnitKind Kind, string Area), Unit> ByKindAndArea { get; }

    public Unit? Find(string? code) => code is not null && byCode.TryGetValue(code, out var unit) ? unit : null;

    public string NameOf(string? code) => Find(code)?.Name ?? code ?? "";

    public IEnumerable<Unit> Children(string code) => children[code];

    /// <summary>The unit that acts for a code today: itself, or who took over from it. The code where it is unknown.</summary>
    public string? Acting(string? code)
    {
        // The pack allows no ring; the bound guards against a snapshot that did not pass it.
        for (var step = 0; step < byCode.Count && Find(code) is { Successor: { } next }; step++)
            code = next;
        return code;
    }

    /// <summary>The unit itself and every closed one whose matters it took over.</summary>
    public IReadOnlyList<string> ActsFor(string code) => [code, .. tookOver[code]];

    /// <summary>The unit itself, then those above it up to the root. Empty where the code is unknown.</summary>
    public IEnumerable<Unit> Upwards(string? code)
    {
        for (var unit = Find(code); unit is not null; unit = Find(unit.Parent))
            yield return unit;
    }

    /// <summary>True where <paramref name="inner"/> is <paramref name="outer"/> or stands under it.</summary>
    public bool Under(string? inner, string? outer) => outer is not null && Upwards(inner).Any(u => u.Code == outer);

    /// <summary>The unit and all under it, breadth first.</summary>
    public IEnumerable<Unit> Subtree(string code)
    {
        var queue = new Queue<Unit>(Find(code) is { } root ? [root] : []);
        while (queue.TryDequeue(out var unit))
        {
            yield return unit;
            foreach (var child in Children(unit.Code))
                queue.Enqueue(child);
        }
    }
}

/// <summary>值班: who of a unit is rung, in order, when a grade-1 request waits unsigned.</summary>
public sealed record RosterEntry
{
    public required string Unit { get; init; }

    /// <summary>1 is rung first.</summary>
    public required int Order { get; init; }

    /// <summary>Days of the week, 1 Monday to 7 Sunday.</summary>
    public required IReadOnlyList<int> Days { get; init; }

    /// <summary>Local time from which, inclusive; from later than to means over midnight; equal means all day.</summary>
    public required TimeOnly From { get; init; }

    /// <summary>Local time until which, exclusive.</summary>
    public required TimeOnly To { get; init; }

    /// <summary>Post or staff login that is rung.</summary>
    public required string Post { get; init; }

    /// <summary>Number under which people reach the post, or null; the system itself rings in the desks.</summary>
    public string? Phone { get; init; }

    /// <summary>
    /// The parts of a week in which the entry is in force. A shift over midnight belongs to the day on which it begins: Monday 18:00 to 08:00
    /// reaches into Tuesday, and Sunday's into Monday.
    /// </summary>
    public IEnumerable<DutySpan> Spans()
    {
        foreach (var day in Days)
        {
            var start = (day - 1) * DutySpan.Day;
            if (From == To)
                yield return new DutySpan(start, start + DutySpan.Day);
            else if (From < To)
                yield return new DutySpan(start + Minutes(From), start + Minutes(To));
            else
            {
                yield return new DutySpan(start + Minutes(From), start + DutySpan.Day);
                var next = day % 7 * DutySpan.Day;
                if (Minutes(To) > 0)
                    yield return new DutySpan(next, next + Minutes(To));
            }
        }
    }

    private static int Minutes(TimeOnly time) => time.Hour * 60 + time.Minute;
}

/// <summary>值班时段: a part of a week, in minutes from Monday 00:00 local time; it does not reach over the end of the week.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="Until">Exclusive.</param>
public readonly record struct DutySpan(int From, int Until)
{
    public const int Day = 24 * 60;
    public const int Week = 7 * Day;

    public bool Meets(DutySpan other) => From < other.Until && other.From < Until;

    /// <summary>The minute of the week at a local time.</summary>
    public static int MinuteOf(DateTime local) => ((int)local.DayOfWeek + 6) % 7 * Day + local.Hour * 60 + local.Minute;
}
