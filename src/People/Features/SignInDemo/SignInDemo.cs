using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>Signs in as a demo account without a password. Refuses outside development, where its endpoint does not exist either.</summary>
public sealed class SignInDemo(PeopleDb db, UserManager<StaffUser> users, StaffSessions sessions, IHostEnvironment environment)
{
    /// <summary>Demo accounts under each role they hold.</summary>
    public async Task<IReadOnlyList<(Role Role, IReadOnlyList<StaffUser> Accounts)>> Offer(CancellationToken ct)
    {
        if (!environment.IsDevelopment())
            return [];
        var accounts = await db.Staff.AsNoTracking().Where(s => s.Demo && s.Active).OrderBy(s => s.NormalizedUserName).ToListAsync(ct);
        return
        [
            .. RoleWords
                .Staff.Select(role => (role, (IReadOnlyList<StaffUser>)[.. accounts.Where(a => a.Roles.Contains(role))]))
                .Where(group => group.Item2.Count > 0),
        ];
    }

    public async Task<Outcome<Done>> Run(string login, Actor by, CancellationToken ct)
    {
        if (!environment.IsDevelopment())
            return new NotFound();
        var user = await users.FindByNameAsync(login);
        if (user is not { Demo: true, Active: true })
            return new NotFound();
        await sessions.Begin(user, SignInWay.Demo, ct);
        return new Done();
    }
}
