using Microsoft.AspNetCore.Identity;
using Suiying.People.Model;

namespace Suiying.People.Features;

/// <summary>Signs a member of staff in by password. Five failures lock the account for a quarter of an hour.</summary>
public sealed class SignInStaff(UserManager<StaffUser> users, SignInManager<StaffUser> signIn, IPasswordHasher<StaffUser> hasher)
{
    public sealed record Command
    {
        public required string Login { get; init; }

        public required string Password { get; init; }

        public override string ToString() => "SignInStaff(sealed)";
    }

    public async Task<Outcome<StaffUser>> Run(Command command, Actor by, CancellationToken ct)
    {
        // A hash of a megabyte is work that a stranger should not be able to order.
        if (command.Login.Length > 40 || command.Password.Length is 0 or > 200)
            return new SignInRefused();
        var user = await users.FindByNameAsync(command.Login);
        if (user is null || !user.Active || user.PasswordHash is null)
        {
            // As much work as for a real account, so that the time taken does not tell which logins exist.
            hasher.HashPassword(
                StaffUser.Create(new StaffProfile("nobody", "nobody", null, null), DateTimeOffset.UnixEpoch),
                command.Password
            );
            return new SignInRefused();
        }
        var result = await signIn.PasswordSignInAsync(user, command.Password, isPersistent: false, lockoutOnFailure: true);
        return result.Succeeded ? user : new SignInRefused();
    }
}
