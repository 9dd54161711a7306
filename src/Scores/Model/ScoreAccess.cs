using Suiying.Contracts.Registry;

namespace Suiying.Scores.Model;

/// <summary>Who reads scores, and of which units.</summary>
internal static class ScoreAccess
{
    public static readonly Role[] Readers = [Role.Supervisor, Role.Leader];

    /// <summary>Whoever has to do with exclusions: the units, who reviews, who decides.</summary>
    public static readonly Role[] ExclusionReaders = [Role.UnitHandler, Role.Reviewer, .. Readers];

    public static bool MayRead(Actor by) => by.IsAny([.. Readers, Role.System]);

    /// <summary>Whoever reads some unit's score: a unit reads its own.</summary>
    public static bool MayReadAny(Actor by) => MayRead(by) || by.Is(Role.UnitHandler);

    /// <summary>A leader of an area reads the units of that area; the hotline reads all; a unit reads itself and what stands under it.</summary>
    public static bool MayRead(Actor by, Unit unit, CitySnapshot city) =>
        by.IsAny(Role.Supervisor, Role.System)
        || (by.Is(Role.Leader) && (by.AreaCode is not { Length: > 0 } bound || city.Areas.Within(unit.Area, bound)))
        || IsOwn(by, unit.Code, city.Units);

    /// <summary>The unit of a handler, or one under it.</summary>
    public static bool IsOwn(Actor by, string unit, UnitTree units) =>
        by.Is(Role.UnitHandler) && by.UnitCode is { } own && units.Under(unit, own);
}
