using Microsoft.AspNetCore.Identity;
using Suiying.Contracts.People;

namespace Suiying.People.Model;

/// <summary>An account of a member of staff. Roles are fixed words of the program, so they stand on the account and not in a table.</summary>
public sealed class StaffUser : IdentityUser<Guid>
{
    private StaffUser() { }

    /// <summary>Work name or post, as history shows it.</summary>
    public string DisplayName { get; private set; } = "";

    public string? UnitCode { get; private set; }

    public string? AreaCode { get; private set; }

    /// <summary>Role words separated by semicolons.</summary>
    public string RoleList { get; private set; } = "";

    /// <summary>False: may not sign in, and other modules no longer see the account.</summary>
    public bool Active { get; private set; } = true;

    /// <summary>演示: has no password; signs in by one click, in development only.</summary>
    public bool Demo { get; private set; }

    /// <summary>The password was given by an administrator, who therefore knows it.</summary>
    public bool MustChangePassword { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Role words that an import asked for. They give no rights until the security administrator grants them.</summary>
    public string AskedRoles { get; private set; } = "";

    /// <summary>The import that opened the account.</summary>
    public Guid? ImportId { get; private set; }

    public IReadOnlySet<Role> Roles => RoleWords.Read(RoleList);

    public static StaffUser Create(StaffProfile profile, DateTimeOffset at) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            UserName = profile.Login,
            DisplayName = profile.Name,
            UnitCode = profile.Unit,
            AreaCode = profile.Area,
            MustChangePassword = true,
            CreatedAt = at,
        };

    public static StaffUser CreateDemo(StaffProfile profile, IReadOnlySet<Role> roles, DateTimeOffset at)
    {
        var user = Create(profile, at);
        (user.Demo, user.MustChangePassword, user.RoleList) = (true, false, RoleWords.Write(roles));
        return user;
    }

    /// <summary>Without a password, so that nobody can sign in before one is handed out.</summary>
    public static StaffUser CreateImported(StaffLine line, Guid import, string normalizedLogin, DateTimeOffset at)
    {
        var user = Create(line.Profile, at);
        (user.NormalizedUserName, user.SecurityStamp) = (normalizedLogin, user.Id.ToString("N"));
        (user.AskedRoles, user.ImportId) = (line.Asked, import);
        return user;
    }

    /// <summary>The demo's file was loaded again.</summary>
    public void Follow(StaffProfile profile, IReadOnlySet<Role> roles)
    {
        (DisplayName, UnitCode, AreaCode, RoleList) = (profile.Name, profile.Unit, profile.Area, RoleWords.Write(roles));
        Active = true;
    }

    /// <summary>All roles from now on; what was asked for is answered with it.</summary>
    public void Grant(IReadOnlySet<Role> roles) => (RoleList, AskedRoles) = (RoleWords.Write(roles), "");

    public void Deactivate() => Active = false;

    public void Activate() => Active = true;

    public void ChosePassword() => MustChangePassword = false;

    public void WasGivenPassword() => MustChangePassword = true;

    /// <summary>As <see cref="WasGivenPassword"/>, with the hash; whoever signed in by an earlier one is signed out.</summary>
    public void TakePassword(string hash, DateTimeOffset at)
    {
        WasGivenPassword();
        (PasswordHash, SecurityStamp) = (hash, Guid.CreateVersion7(at).ToString("N"));
        ConcurrencyStamp = SecurityStamp;
    }

    public StaffMember ToMember() => new(Id, UserName!, DisplayName, UnitCode, Roles);
}

/// <summary>Who an account is for and where they work.</summary>
/// <param name="Login">Sign-in name: letters, digits, <c>-._@</c>.</param>
/// <param name="Name">Work name or post.</param>
/// <param name="Unit">Code of the unit, or null.</param>
/// <param name="Area">Code of the area, or null.</param>
public sealed record StaffProfile(string Login, string Name, string? Unit, string? Area)
{
    public IEnumerable<FieldProblem> Problems()
    {
        if (Login.Length is < 3 or > 40 || !Login.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '@'))
            yield return new FieldProblem("login", "登录名为 3 至 40 个字母、数字或 - . _ @。");
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > 40)
            yield return new FieldProblem("name", "请填写姓名或岗位，不超过 40 字。");
        if (Unit?.Length > 40)
            yield return new FieldProblem("unit", "单位编码不超过 40 个字符。");
        if (Area?.Length > 20)
            yield return new FieldProblem("area", "区划编码不超过 20 个字符。");
    }
}
