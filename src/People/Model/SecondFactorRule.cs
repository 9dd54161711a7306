using Microsoft.Extensions.Configuration;

namespace Suiying.People.Model;

/// <summary>Which roles may not sign in by password alone: <c>SUIYING_SECOND_FACTOR</c>, role words separated by commas, or <c>none</c>.</summary>
public sealed class SecondFactorRule
{
    public const string Setting = "SUIYING_SECOND_FACTOR";
    private static readonly Role[] Administrators = [Role.SystemAdmin, Role.SecurityAdmin, Role.AuditAdmin];

    private readonly IReadOnlySet<Role> roles;

    private SecondFactorRule(IEnumerable<Role> roles) => this.roles = roles.ToHashSet();

    public bool Demands(StaffUser user) => user.Roles.Overlaps(roles);

    /// <exception cref="ArgumentException">A word is no role of staff.</exception>
    public static SecondFactorRule Read(IConfiguration configuration, bool development)
    {
        var words = configuration[Setting];
        if (string.IsNullOrWhiteSpace(words))
            return new(development ? [] : Administrators);
        if (words.Trim() == "none")
            return new([]);
        var list = words.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var wrong = list.Where(word => !RoleWords.Staff.Any(role => role.ToString() == word)).ToList();
        return wrong.Count == 0
            ? new(list.Select(Enum.Parse<Role>))
            : throw new ArgumentException(
                $"{Setting}：{string.Join("、", wrong)} 不是工作人员的角色。可填 {string.Join(",", RoleWords.Staff)}，或 none。"
            );
    }
}
