using Suiying.Kernel;

namespace Suiying.Contracts.People;

/// <summary>演示人员: who acts in the demo.</summary>
public static class DemoStaff
{
    /// <summary>A member of a unit's staff with a role, or where it has none, a made-up one.</summary>
    /// <param name="staff">Who is there.</param>
    /// <param name="unit">Code of the unit.</param>
    /// <param name="role">In which capacity they act, and in no other.</param>
    /// <param name="otherwise">What a made-up one is called.</param>
    /// <param name="at">When a made-up one was made.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<Actor> Somebody(
        this IStaffDirectory staff,
        string unit,
        Role role,
        string otherwise,
        DateTimeOffset at,
        CancellationToken ct
    )
    {
        var member = (await staff.OfUnit(unit, ct)).FirstOrDefault(s => s.Roles.Contains(role));
        return new Actor
        {
            Id = member?.Id ?? Guid.CreateVersion7(at),
            Name = member?.Name ?? otherwise,
            Roles = new HashSet<Role> { role },
            UnitCode = unit,
        };
    }
}
