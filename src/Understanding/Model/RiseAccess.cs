using Suiying.Contracts.Registry;

namespace Suiying.Understanding.Model;

/// <summary>Who reads weekly counts, and of which places.</summary>
public static class RiseAccess
{
    public static bool MayRead(Actor by) => by.IsAny(Role.Dispatcher, Role.Supervisor, Role.Leader);

    /// <summary>A leader of an area reads that area and what lies in it; the hotline reads all.</summary>
    public static bool MayRead(Actor by, string area, AreaTree areas) =>
        MayRead(by)
        && (by.IsAny(Role.Dispatcher, Role.Supervisor) || by.AreaCode is not { Length: > 0 } bound || areas.Within(area, bound));
}
