using Microsoft.AspNetCore.Identity;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>
/// Signs a member of staff in by password. Five failures lock the login, each time for twice as long; a login that nobody has takes the
/// same way and the same time.
/// </summary>
public sealed class SignInStaff(PeopleDb db, UserManager<StaffUser> users, SignInGuard guard, SecondStep step, TimeProvider time)
{
    private static readonly StaffUser Nobody = StaffUser.Create(new StaffProfile("nobody", "nobody", null, null), DateTimeOffset.UnixEpoch);

    public sealed record Command
    {
        public required string Login { get; init; }

        public required string Password { get; init; }

        public override string ToString() => "SignInStaff(sealed)";
    }

    /// <param name="User">Who showed the password.</param>
    /// <param name="Next">What they have to show still.</param>
    public sealed record Entry(StaffUser User, SignInStep Next);

    public async Task<Outcome<Entry>> Run(Command command, Actor by, CancellationToken ct)
    {
        // A hash of a megabyte is work that a stranger should not be able to order.
        if (command.Login.Length is 0 or > 40 || command.Password.Length is 0 or > 200)
            return Refused();
        var guess = await guard.Take(command.Login, ct);
        var user = await users.FindByNameAsync(command.Login);
        // The password is compared even where nothing can come of it: the time taken does not tell which logins exist or are locked.
        var right = await IsRight(user, command.Password);
        if (user is { Active: true } && right && guess.Allowed)
            return new Entry(user, await step.Go(user, SignInWay.Password, ct));
        if (user is not null && guess.LocksUntil is { } until)
        {
            db.AccountChanges.Add(AccountChange.Of(user, AccountChangeKind.Locked, Actor.Visitor, time.GetUtcNow(), $"{until:O}"));
            await db.SaveChangesAsync(ct);
        }
        return Refused();
    }

    private static SignInRefused Refused()
    {
        SignInMeasures.Failed(SignInMeasures.Password);
        return new SignInRefused();
    }

    private async Task<bool> IsRight(StaffUser? user, string password)
    {
        if (user?.PasswordHash is not null)
            return await users.CheckPasswordAsync(user, password);
        // To hash costs what to compare costs, in as many rounds as this city has set.
        users.PasswordHasher.HashPassword(Nobody, password);
        return false;
    }
}
