using Suiying.Contracts.Registry;

namespace Suiying.Programmes.Model;

/// <summary>Who does what with projects at a desk. What was decided is public, and so every reader sees all of it.</summary>
internal static class ProgrammeAccess
{
    public const string ReaderRoles = "UnitHandler,Supervisor,Leader";

    public static readonly Role[] Readers = [Role.Supervisor, Role.Leader, Role.UnitHandler];

    /// <summary>The person works for a unit, or for a part of it.</summary>
    public static bool Answers(Actor by, string? unit, CitySnapshot city) =>
        by.Is(Role.UnitHandler) && by.UnitCode is { } own && city.Units.Under(own, city.Units.Acting(unit));

    /// <summary>A leader of the whole city; one of a part of it decides nothing for the whole.</summary>
    public static bool Decides(Actor by, CitySnapshot city) =>
        by.Is(Role.Leader) && (string.IsNullOrEmpty(by.AreaCode) || by.AreaCode == city.City.Code);
}
