namespace Suiying.People.Model;

/// <summary>
/// 三员分立: the administrators of the system, of security and of audit are three people, and none of them handles matters. Who creates
/// accounts cannot give them rights, who gives rights cannot create accounts, and both are watched by a third.
/// </summary>
public static class AdministratorSeparation
{
    private static readonly Role[] Administrators = [Role.SystemAdmin, Role.SecurityAdmin, Role.AuditAdmin];

    /// <summary>Whether an account with these roles is one of the three administrators'.</summary>
    public static bool IsAdministrator(IReadOnlySet<Role> roles) => roles.Overlaps(Administrators);

    /// <summary>Null where the roles may stand together on one account.</summary>
    public static Refusal? Check(IReadOnlySet<Role> roles)
    {
        if (roles.Any(r => !RoleWords.Staff.Contains(r)))
            return new RoleNotForStaff();
        var administrators = roles.Count(Administrators.Contains);
        if (administrators > 1)
            return new AdministratorsMustBeApart();
        return administrators == 1 && roles.Count > 1 ? new AdministratorsHandleNoMatters() : null;
    }
}
