using Suiying.Contracts.Registry;

namespace Suiying.Requests.Model;

/// <summary>
/// What of the city an actor's board counts: all of it, an area, or a unit with all under it. It never counts what the actor may not
/// see, so that every number opens to exactly the rows behind it.
/// </summary>
public sealed record BoardScope
{
    /// <summary>Only requests that lie with this unit or under it.</summary>
    public string? UnderUnit { get; private init; }

    /// <summary>Only requests in this area.</summary>
    public string? WithinArea { get; private init; }

    /// <summary>True leaves out sealed and secret requests.</summary>
    public bool OpenOnly { get; private init; }

    /// <summary>The actor's own unit: shielded requests that accuse it, or a unit above it, are left out.</summary>
    public string? Unit { get; private init; }

    /// <summary>True goes by the unit with which a request lies now and not by the answerable one: a unit below counts what it was given.</summary>
    public bool ByHolder { get; private init; }

    /// <summary>下级汇总: a unit with all under it, each request where it lies. Null for whoever is of no unit.</summary>
    public static BoardScope? Tree(Actor actor) =>
        actor.Is(Role.UnitHandler) && !string.IsNullOrEmpty(actor.UnitCode)
            ? new BoardScope
            {
                Unit = actor.UnitCode,
                UnderUnit = actor.UnitCode,
                ByHolder = true,
            }
            : null;

    /// <summary>Null where the actor has no board.</summary>
    public static BoardScope? Of(Actor actor)
    {
        var unit = string.IsNullOrEmpty(actor.UnitCode) ? null : actor.UnitCode;
        if (actor.Is(Role.Supervisor))
            return new BoardScope { Unit = unit };
        if (actor.Is(Role.Leader))
            return new BoardScope
            {
                Unit = unit,
                WithinArea = string.IsNullOrEmpty(actor.AreaCode) ? null : actor.AreaCode,
                OpenOnly = true,
            };
        return actor.Is(Role.UnitHandler) && unit is not null ? new BoardScope { Unit = unit, UnderUnit = unit } : null;
    }

    /// <summary>A test for many rows of one city; it remembers what it found out about units and areas.</summary>
    public Func<BoardRow, bool> In(CitySnapshot city)
    {
        var units = UnderUnit is null ? null : city.Units.Subtree(UnderUnit).Select(u => u.Code).ToHashSet();
        var areas = new Remembered(area => city.Areas.Within(area, WithinArea!));
        var accused = new Remembered(code => RequestAccess.IsAccusedSide(Unit, code, city));
        return row =>
            (units is null || (ByHolder ? row.Holder : row.Unit) is { } unit && units.Contains(unit))
            && (!OpenOnly || !row.Shielded)
            && (WithinArea is null || areas.Of(row.Area))
            && !(row.Shielded && accused.Of(row.AccusedUnit));
    }
}
