namespace Suiying.Tests.Requests;

/// <summary>Actors by role and unit.</summary>
public static class Who
{
    public static readonly IReadOnlyList<Role> Staff = [.. Enum.GetValues<Role>().Where(r => r is not (Role.Resident or Role.System))];

    /// <summary>A member of staff with one role, bound to a unit or to none.</summary>
    public static Actor Is(Role role, string? unit = null) =>
        new()
        {
            Id = new Guid($"00000000-0000-4000-8000-{(int)role:D12}"),
            Name = $"{role}（演示）",
            Roles = new HashSet<Role> { role },
            UnitCode = unit,
        };

    /// <summary>Whom the lifecycle lets do a row on this request.</summary>
    public static Actor Of(Role role, Guid? person, string? unit) =>
        role switch
        {
            Role.System => Actor.System,
            Role.Resident => Actor.Resident(person ?? Guid.Empty),
            Role.UnitHandler => Is(role, unit),
            _ => Is(role, "HOT"),
        };
}
