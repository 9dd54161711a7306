using Microsoft.AspNetCore.Identity;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>The system administrator gives a new first password to who has forgotten theirs. It is returned once and must be changed.</summary>
public sealed class GivePassword(PeopleDb db, UserManager<StaffUser> users, SignInGuard guard, StaffSessions sessions, TimeProvider time)
{
    public async Task<Outcome<string>> Run(Guid id, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.SystemAdmin))
            return new NotAllowed();
        if (id == by.Id)
            return new NotOnOneself();
        var user = await users.FindByIdAsync(id.ToString());
        if (user is null)
            return new NotFound();
        if (user.Demo)
            return new DemoAccount();

        var password = GivenPassword.New();
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        user.WasGivenPassword();
        db.AccountChanges.Add(AccountChange.Of(user, AccountChangeKind.PasswordGiven, by, time.GetUtcNow()));
        if ((await users.UpdateSecurityStampAsync(user)).ToRefusal() is { } refusal)
            return refusal;
        await guard.Clear(user.UserName!, ct);
        await sessions.EndAll(user.Id, ct);
        return password;
    }
}
