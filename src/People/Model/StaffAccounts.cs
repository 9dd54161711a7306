using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Suiying.People.Model;

/// <summary>What a signed-in member of staff carries in the cookie: exactly what <see cref="Actor.From"/> reads.</summary>
internal sealed class StaffClaims(IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<StaffUser>
{
    public Task<ClaimsPrincipal> CreateAsync(StaffUser user)
    {
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, user.Id.ToString()));
        identity.AddClaim(new Claim(ClaimTypes.Name, user.DisplayName));
        identity.AddClaims(user.Roles.Select(role => new Claim(ClaimTypes.Role, role.ToString())));
        if (user.UnitCode is not null)
            identity.AddClaim(new Claim(Actor.UnitClaim, user.UnitCode));
        if (user.AreaCode is not null)
            identity.AddClaim(new Claim(Actor.AreaClaim, user.AreaCode));
        if (user.SecurityStamp is not null)
            identity.AddClaim(new Claim(options.Value.ClaimsIdentity.SecurityStampClaimType, user.SecurityStamp));
        return Task.FromResult(new ClaimsPrincipal(identity));
    }
}

/// <summary>Passwords that the program gives out, to be changed by who receives them.</summary>
public static class GivenPassword
{
    // Without 0 O 1 l I, which are misread from paper.
    private const string Letters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>Four groups of four, about 92 bits; as the rules for passwords want it, with a digit and a small letter.</summary>
    public static string New()
    {
        string password;
        do password = string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));
        while (!password.Any(char.IsAsciiDigit) || !password.Any(char.IsAsciiLetterLower));
        return password;
    }
}

/// <summary>Password rules in the words of the person who has to meet them.</summary>
internal sealed class StaffErrors : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) => Say(base.PasswordTooShort(length), $"密码至少 {length} 位。");

    public override IdentityError PasswordRequiresDigit() => Say(base.PasswordRequiresDigit(), "密码至少含一个数字。");

    public override IdentityError PasswordRequiresLower() => Say(base.PasswordRequiresLower(), "密码至少含一个小写字母。");

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        Say(base.PasswordRequiresUniqueChars(uniqueChars), $"密码至少含 {uniqueChars} 个不同的字符。");

    public override IdentityError PasswordMismatch() => Say(base.PasswordMismatch(), "原密码不对。");

    public override IdentityError DuplicateUserName(string userName) => Say(base.DuplicateUserName(userName), new LoginTaken().Text);

    public override IdentityError InvalidUserName(string? userName) => Say(base.InvalidUserName(userName), "登录名含有不允许的字符。");

    public override IdentityError ConcurrencyFailure() => Say(base.ConcurrencyFailure(), new AccountChanged().Text);

    private static IdentityError Say(IdentityError error, Phrase text) => new() { Code = error.Code, Description = text };
}

internal static class IdentityResultRefusals
{
    /// <summary>Null where the account was saved.</summary>
    public static Refusal? ToRefusal(this IdentityResult result)
    {
        if (result.Succeeded)
            return null;
        if (result.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.DuplicateUserName)))
            return new LoginTaken();
        if (result.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.ConcurrencyFailure)))
            return new AccountChanged();
        return new PasswordNotAccepted(string.Join(' ', result.Errors.Select(e => e.Description)));
    }
}
