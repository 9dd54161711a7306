using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>
/// 首批密码: makes a first password for every account of an import whose holder has not chosen one, and tells them once. Asked again it makes
/// new ones, and those handed out before are good no more.
/// </summary>
public sealed class GivePasswords(PeopleDb db, IPasswordHasher<StaffUser> hasher, TimeProvider time)
{
    private const int Chunk = 20;

    public sealed record Command
    {
        public required Guid Import { get; init; }

        /// <summary>That those handed out before are good no more is understood.</summary>
        public bool Again { get; init; }
    }

    /// <summary>A login and its first password; stored nowhere.</summary>
    public sealed record Account
    {
        public required string Login { get; init; }

        public required string Name { get; init; }

        public required string? Unit { get; init; }

        public required string Password { get; init; }

        public override string ToString() => $"Account {Login}";
    }

    /// <param name="Accounts">Changed as they are read: a slow hash for each of thousands takes minutes.</param>
    public sealed record Given(IAsyncEnumerable<Account> Accounts);

    public async Task<Outcome<Given>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.SystemAdmin, Role.System))
            return new NotAllowed();
        var import = await db.StaffImports.SingleOrDefaultAsync(i => i.Id == command.Import, ct);
        if (import is not { State: StaffImportState.Loaded })
            return new NotFound();
        if (import.PasswordsAt is not null && !command.Again)
            return new PasswordsAlreadyTaken();
        import.TookPasswords(by, time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return new Given(Give(import.Id, by, ct));
    }

    private async IAsyncEnumerable<Account> Give(Guid import, Actor by, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var last = ""; ; )
        {
            var users = await db
                .Staff.Where(s => s.ImportId == import && s.Active && s.MustChangePassword && s.NormalizedUserName!.CompareTo(last) > 0)
                .OrderBy(s => s.NormalizedUserName)
                .Take(Chunk)
                .ToListAsync(ct);
            if (users.Count == 0)
                yield break;
            last = users[^1].NormalizedUserName!;
            var given = users.AsParallel().AsOrdered().Select(u => (User: u, Password: GivenPassword.New())).Select(Hashed).ToList();
            foreach (var (user, _, hash) in given)
            {
                user.TakePassword(hash, time.GetUtcNow());
                db.AccountChanges.Add(AccountChange.Of(user, AccountChangeKind.PasswordGiven, by, time.GetUtcNow()));
            }
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            foreach (var (user, password, _) in given)
                yield return new Account
                {
                    Login = user.UserName!,
                    Name = user.DisplayName,
                    Unit = user.UnitCode,
                    Password = password,
                };
        }
    }

    private (StaffUser User, string Password, string Hash) Hashed((StaffUser User, string Password) given) =>
        (given.User, given.Password, hasher.HashPassword(given.User, given.Password));
}
