using Microsoft.EntityFrameworkCore;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>The security administrator lets a locked login try again at once.</summary>
public sealed class UnlockStaff(PeopleDb db, SignInGuard guard, TimeProvider time)
{
    public async Task<Outcome<Done>> Run(Guid id, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.SecurityAdmin))
            return new NotAllowed();
        var user = await db.Staff.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct);
        if (user is null)
            return new NotFound();
        if (await guard.LockedUntil(user.UserName!, ct) is null)
            return new Done();

        db.AccountChanges.Add(AccountChange.Of(user, AccountChangeKind.Unlocked, by, time.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        await guard.Clear(user.UserName!, ct);
        return new Done();
    }

    public async Task<DateTimeOffset?> LockedUntil(Guid id, CancellationToken ct)
    {
        var login = await db.Staff.Where(s => s.Id == id).Select(s => s.UserName).SingleOrDefaultAsync(ct);
        return login is null ? null : await guard.LockedUntil(login, ct);
    }
}
