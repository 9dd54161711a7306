using Microsoft.AspNetCore.Identity;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>The security administrator says in which capacities an account may act. Sessions end at once, so that no page still has the old ones.</summary>
public sealed class GrantRoles(PeopleDb db, UserManager<StaffUser> users, StaffSessions sessions, TimeProvider time)
{
    public sealed record Command
    {
        public required Guid Id { get; init; }

        /// <summary>All roles from now on; empty takes every right away.</summary>
        public required IReadOnlySet<Role> Roles { get; init; }
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.SecurityAdmin))
            return new NotAllowed();
        if (command.Id == by.Id)
            return new NotOnOneself();
        if (AdministratorSeparation.Check(command.Roles) is { } notTogether)
            return notTogether;
        var user = await users.FindByIdAsync(command.Id.ToString());
        if (user is null)
            return new NotFound();

        user.Grant(command.Roles);
        db.AccountChanges.Add(AccountChange.Of(user, AccountChangeKind.RolesChanged, by, time.GetUtcNow()));
        if ((await users.UpdateSecurityStampAsync(user)).ToRefusal() is { } refusal)
            return refusal;
        await sessions.EndAll(user.Id, ct);
        return new Done();
    }
}
