using Microsoft.AspNetCore.Identity;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>
/// Asks who is signed in for the password once more before the ways of signing in change: an unwatched screen must not be enough. Wrong
/// answers count towards the lock-out.
/// </summary>
public sealed class PasswordAgain(PeopleDb db, UserManager<StaffUser> users, SignInGuard guard, SecondFactors factors)
{
    /// <summary>Null where it was right. Wrong and locked look the same.</summary>
    public async Task<Refusal?> Ask(StaffUser user, string? password, CancellationToken ct)
    {
        if (password?.Length is not (> 0 and <= 200))
            return new PasswordNotAccepted("请输入您的密码。");
        var guess = await guard.Take(user.UserName!, ct);
        var right = await users.CheckPasswordAsync(user, password);
        if (guess.Allowed && right)
        {
            await guard.Clear(user.UserName!, ct);
            return null;
        }
        if (guess.LocksUntil is { } until)
        {
            factors.Note(user, AccountChangeKind.Locked, Actor.Visitor, $"{until:O}");
            await db.SaveChangesAsync(ct);
        }
        return new PasswordNotAccepted("密码不对，或连续输错后暂时锁定。");
    }
}
