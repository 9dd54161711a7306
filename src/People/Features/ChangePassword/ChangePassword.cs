using Microsoft.AspNetCore.Identity;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>
/// A member of staff chooses a new password; all other sessions of the account end. Asking for the old one counts like a sign-in: whoever
/// finds an open browser guesses no more often here than there.
/// </summary>
public sealed class ChangePassword(PeopleDb db, UserManager<StaffUser> users, StaffSessions sessions, SignInGuard guard, TimeProvider time)
{
    public sealed record Command
    {
        public required string Old { get; init; }

        public required string New { get; init; }

        public override string ToString() => "ChangePassword(sealed)";
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (command.Old.Length > 200 || command.New.Length > 200)
            return new PasswordNotAccepted("密码不超过 200 位。");
        if (command.Old == command.New)
            return new PasswordNotAccepted("新密码不能与原密码相同。");
        var user = by.Id == Guid.Empty ? null : await users.FindByIdAsync(by.Id.ToString());
        if (user is null)
            return new NotAllowed();
        if (user.Demo)
            return new DemoAccount();

        if (await Wrong(user, command.Old, ct) is { } wrong)
            return wrong;
        user.ChosePassword();
        db.AccountChanges.Add(AccountChange.Of(user, AccountChangeKind.PasswordChanged, by, time.GetUtcNow()));
        if ((await users.ChangePasswordAsync(user, command.Old, command.New)).ToRefusal() is { } refusal)
            return refusal;
        await sessions.EndOthers(user.Id, ct);
        await sessions.Renew(user);
        return new Done();
    }

    private async Task<Refusal?> Wrong(StaffUser user, string old, CancellationToken ct)
    {
        var guess = await guard.Take(user.UserName!, ct);
        if (!guess.Allowed)
            return new PasswordLocked();
        if (await users.CheckPasswordAsync(user, old))
        {
            await guard.Clear(user.UserName!, ct);
            return null;
        }
        if (guess.LocksUntil is { } until)
        {
            db.AccountChanges.Add(AccountChange.Of(user, AccountChangeKind.Locked, Actor.Visitor, time.GetUtcNow(), $"{until:O}"));
            await db.SaveChangesAsync(ct);
        }
        return new PasswordNotAccepted("原密码不对。");
    }
}
