using Suiying.Contracts.Registry;

namespace Suiying.Requests.Model;

/// <summary>One line of 下级汇总.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Below">True where the counts include all units under it.</param>
/// <param name="Level">How deep it stands under the unit at the top; 0 for that one.</param>
/// <param name="Counts">Its figures.</param>
/// <param name="Opens">True where units stand under it.</param>
public sealed record UnitLine(Unit Unit, bool Below, int Level, BoardCounts Counts, bool Opens)
{
    /// <summary>The rows behind one of its figures.</summary>
    public BoardFilter Of(BoardFigure figure) =>
        Below ? new BoardFilter { Figure = figure, Under = Unit.Code } : new BoardFilter { Figure = figure, Holder = Unit.Code };
}

/// <summary>
/// 下级汇总: each request is counted with the unit where it lies now and with every one above it, up to the unit that looks. What ended is
/// counted with the answerable unit.
/// </summary>
public sealed class UnitRollUp
{
    public static IReadOnlyList<BoardFigure> Figures { get; } =
    [
        BoardFigure.Open,
        BoardFigure.Unsigned,
        BoardFigure.DueToday,
        BoardFigure.Overdue,
        BoardFigure.Returned,
        BoardFigure.Again,
        BoardFigure.ClosedMonth,
    ];

    private readonly Dictionary<string, BoardCounts> alone = [];
    private readonly Dictionary<string, BoardCounts> below = [];
    private readonly CitySnapshot city;

    private UnitRollUp(Unit top, CitySnapshot city, DateTimeOffset asOf) => (Top, this.city, AsOf) = (top, city, asOf);

    /// <summary>The unit that looks; nothing above it is shown.</summary>
    public Unit Top { get; }

    public DateTimeOffset AsOf { get; }

    /// <summary>True where at least one of the requests was made by a generator.</summary>
    public bool Synthetic { get; private set; }

    /// <exception cref="ArgumentException">The scope is of no unit of this city.</exception>
    public static UnitRollUp Of(IReadOnlyList<BoardRow> rows, BoardScope scope, CitySnapshot city, DateTimeOffset asOf)
    {
        var top = city.Units.Find(scope.UnderUnit) ?? throw new ArgumentException("A roll-up needs a unit.", nameof(scope));
        var tree = new UnitRollUp(top, city, asOf);
        var (seen, times) = (scope.In(city), new BoardTimes(asOf, city.Calendar.Zone));
        var paths = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var row in rows.Where(seen))
        {
            var mask = BoardCounts.Mask(row, times);
            tree.Synthetic |= row.Synthetic;
            Group(tree.alone, row.Holder!).Add(mask);
            foreach (var unit in Path(row.Holder!, paths, top, city))
                Group(tree.below, unit).Add(mask);
        }
        return tree;
    }

    /// <summary>The unit with all below it, itself alone where units stand below, and each of those; null where it is not under the top.</summary>
    public IReadOnlyList<UnitLine>? Lines(string? code)
    {
        if (city.Units.Find(code ?? Top.Code) is not { } unit || !city.Units.Under(unit.Code, Top.Code))
            return null;
        var children = city.Units.Children(unit.Code).Where(c => !c.IsClosed() || below.ContainsKey(c.Code)).ToList();
        return children.Count == 0
            ? [Line(unit, 0)]
            :
            [
                Line(unit, 0),
                new UnitLine(unit, false, 1, alone.GetValueOrDefault(unit.Code) ?? new BoardCounts(), false),
                .. children.Select(c => Line(c, 1)),
            ];
    }

    /// <summary>Every unit under the top, each after the one above it: for an export.</summary>
    public IEnumerable<UnitLine> All() => Deep(Top, 0);

    /// <summary>From the top down to a unit under it.</summary>
    public IReadOnlyList<Unit> Trail(string? code) =>
        [.. city.Units.Upwards(code ?? Top.Code).TakeWhile(u => u.Code != Top.Code).Append(Top).Reverse()];

    private IEnumerable<UnitLine> Deep(Unit unit, int level) =>
        city.Units.Children(unit.Code).SelectMany(c => Deep(c, level + 1)).Prepend(Line(unit, level));

    private UnitLine Line(Unit unit, int level) =>
        new(unit, true, level, below.GetValueOrDefault(unit.Code) ?? new BoardCounts(), city.Units.Children(unit.Code).Any());

    private static IReadOnlyList<string> Path(string holder, Dictionary<string, IReadOnlyList<string>> known, Unit top, CitySnapshot city)
    {
        if (!known.TryGetValue(holder, out var path))
            known[holder] = path = [.. city.Units.Upwards(holder).TakeWhile(u => u.Code != top.Code).Append(top).Select(u => u.Code)];
        return path;
    }

    private static BoardCounts Group(Dictionary<string, BoardCounts> groups, string code)
    {
        if (!groups.TryGetValue(code, out var counts))
            groups[code] = counts = new BoardCounts();
        return counts;
    }
}
