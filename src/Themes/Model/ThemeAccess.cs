using Suiying.Contracts.Registry;

namespace Suiying.Themes.Model;

/// <summary>Who sees themes at a desk.</summary>
internal static class ThemeAccess
{
    public static readonly Role[] Readers = [Role.Supervisor, Role.Leader, Role.UnitHandler];

    /// <summary>The person works for a unit, or for a part of it.</summary>
    public static bool Answers(Actor by, string? unit, CitySnapshot city) =>
        by.Is(Role.UnitHandler) && by.UnitCode is { } own && city.Units.Under(own, city.Units.Acting(unit));

    /// <summary>The hotline and leaders see all; a unit what it was given and what everybody sees.</summary>
    public static bool MaySee(Actor by, Theme theme, CitySnapshot city) =>
        by.IsAny(Role.Supervisor, Role.Leader) || (by.Is(Role.UnitHandler) && (theme.IsOwn(by, city) || theme.IsPublic));

    /// <summary>A unit sees its own tasks.</summary>
    public static bool MaySee(Actor by, ProactiveTask task, CitySnapshot city) =>
        by.IsAny(Role.Supervisor, Role.Leader) || Answers(by, task.Unit, city);
}
