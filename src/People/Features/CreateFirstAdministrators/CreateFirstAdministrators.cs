using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>
/// Opens the three administrators' accounts of a new city: from the command line, by who holds the machine, and only while there is no
/// account but demo ones.
/// </summary>
public sealed class CreateFirstAdministrators(PeopleDb db, UserManager<StaffUser> users, TimeProvider time)
{
    private static readonly (StaffProfile Profile, Role Role)[] First =
    [
        (new StaffProfile("sysadmin", "系统管理员", null, null), Role.SystemAdmin),
        (new StaffProfile("secadmin", "安全管理员", null, null), Role.SecurityAdmin),
        (new StaffProfile("auditadmin", "审计管理员", null, null), Role.AuditAdmin),
    ];

    /// <summary>A login and its first password, to be handed to one person each; stored nowhere.</summary>
    public sealed record Account
    {
        public required string Login { get; init; }

        public required string Password { get; init; }

        public override string ToString() => $"Account {Login}";
    }

    public async Task<Outcome<IReadOnlyList<Account>>> Run(Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        if (await db.Staff.AnyAsync(s => !s.Demo, ct))
            return new OfficeAlreadyOpen();
        var logins = First.Select(f => f.Profile.Login.ToUpperInvariant()).ToList();
        var taken = await db.Staff.Where(s => logins.Contains(s.NormalizedUserName!)).Select(s => s.UserName!).Order().ToListAsync(ct);
        if (taken.Count > 0)
            return new LoginsTakenByDemo(string.Join('、', taken));

        return await db.Write(() => Create(by), ct);
    }

    private async Task<List<Account>> Create(Actor by)
    {
        var now = time.GetUtcNow();
        var accounts = new List<Account>();
        foreach (var (profile, role) in First)
        {
            var user = StaffUser.Create(profile, now);
            user.Grant(new HashSet<Role> { role });
            var password = GivenPassword.New();
            db.AccountChanges.Add(AccountChange.Of(user, AccountChangeKind.Created, by, now));
            if ((await users.CreateAsync(user, password)).ToRefusal() is { } refusal)
                // Throwing undoes the whole write; half an office would be worse than none.
                throw new InvalidOperationException(refusal.Text);
            accounts.Add(new Account { Login = profile.Login, Password = password });
        }
        return accounts;
    }
}
