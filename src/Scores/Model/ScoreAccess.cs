using Suiying.Contracts.Registry;

namespace Suiying.Scores.Model;

/// <summary>Who reads scores, and of which units.</summary>
internal static class ScoreAccess
{
    public static readonly Role[] Readers = [Role.Supervisor, Role.Leader];

    public static bool MayRead(Actor by) => by.IsAny([.. Readers, Role.System]);

    /// <summary>A leader of an area reads the units of that area; the hotline reads all.</summary>
    public static bool MayRead(Actor by, Unit unit, AreaTree areas) =>
        MayRead(by)
        && (by.IsAny(Role.Supervisor, Role.System) || by.AreaCode is not { Length: > 0 } bound || areas.Within(unit.Area, bound));
}
