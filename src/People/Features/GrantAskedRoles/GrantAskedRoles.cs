using Microsoft.EntityFrameworkCore;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>
/// 授予申请的角色: the security administrator grants, account by account and by the rules of every grant, the roles that an import asked for,
/// or declines them.
/// </summary>
public sealed class GrantAskedRoles(PeopleDb db, GrantRoles granting, TimeProvider time)
{
    /// <summary>As many as one page shows.</summary>
    public const int Most = 50;

    public sealed record Command
    {
        public required IReadOnlyList<Guid> Accounts { get; init; }

        /// <summary>False answers that they get none of it.</summary>
        public required bool Grant { get; init; }
    }

    /// <summary>How many accounts were answered; those that nobody asks anything for any more are passed over.</summary>
    public async Task<Outcome<int>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.SecurityAdmin))
            return new NotAllowed();
        if (command.Accounts.Count is 0 or > Most)
            return Refusal.Invalid(new FieldProblem("accounts", $"请勾选 1 至 {Most} 个账号。"));
        var asked = await db.Staff.Where(s => command.Accounts.Contains(s.Id) && s.AskedRoles != "").ToListAsync(ct);
        if (!command.Grant)
            return await Decline(asked, by, ct);
        var granted = 0;
        foreach (var user in asked)
        {
            // What the account has already stays.
            var roles = RoleWords.Read(user.AskedRoles).Union(user.Roles).ToHashSet();
            var outcome = await granting.Run(new GrantRoles.Command { Id = user.Id, Roles = roles }, by, ct);
            if (outcome.Refusal is { } refusal)
                return refusal;
            granted++;
        }
        return granted;
    }

    private async Task<int> Decline(List<StaffUser> asked, Actor by, CancellationToken ct)
    {
        foreach (var user in asked)
        {
            db.AccountChanges.Add(AccountChange.Of(user, AccountChangeKind.RolesDeclined, by, time.GetUtcNow(), user.AskedRoles));
            user.Grant(user.Roles);
        }
        await db.SaveChangesAsync(ct);
        return asked.Count;
    }
}
