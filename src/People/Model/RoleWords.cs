namespace Suiying.People.Model;

/// <summary>Roles as stored and as read by people.</summary>
internal static class RoleWords
{
    /// <summary>The roles that a member of staff can be given. Residents and the program are none.</summary>
    public static IReadOnlyList<Role> Staff { get; } = [.. Enum.GetValues<Role>().Where(r => r is not (Role.Resident or Role.System))];

    public static string Write(IEnumerable<Role> roles) => string.Join(';', roles.Order());

    /// <summary>Words that are no role are left out: a role that a later version knows gives no rights in this one.</summary>
    public static IReadOnlySet<Role> Read(string words) =>
        words
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(word => Enum.IsDefined(typeof(Role), word))
            .Select(Enum.Parse<Role>)
            .ToHashSet();

    /// <summary>The role of staff that a person wrote, by its word or its Chinese name.</summary>
    public static Role? Find(string text)
    {
        foreach (var role in Staff)
        {
            if (role.Chinese() == text || string.Equals(role.ToString(), text, StringComparison.OrdinalIgnoreCase))
                return role;
        }
        return null;
    }

    public static string Chinese(this Role role) =>
        role switch
        {
            Role.Resident => "居民",
            Role.Agent => "话务员",
            Role.Dispatcher => "派单员",
            Role.UnitHandler => "承办人",
            Role.Reviewer => "审核员",
            Role.Callback => "回访员",
            Role.Supervisor => "督办员",
            Role.Leader => "领导",
            Role.SystemAdmin => "系统管理员",
            Role.SecurityAdmin => "安全管理员",
            Role.AuditAdmin => "审计管理员",
            _ => "系统",
        };
}
