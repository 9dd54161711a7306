using Microsoft.AspNetCore.Identity;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>The system administrator closes an account or opens it again. Closing ends its sessions at once.</summary>
public sealed class SetStaffActive(PeopleDb db, UserManager<StaffUser> users, StaffSessions sessions, TimeProvider time)
{
    public sealed record Command
    {
        public required Guid Id { get; init; }

        public required bool Active { get; init; }
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.SystemAdmin))
            return new NotAllowed();
        if (command.Id == by.Id)
            return new NotOnOneself();
        var user = await users.FindByIdAsync(command.Id.ToString());
        if (user is null)
            return new NotFound();
        if (user.Active == command.Active)
            return new Done();

        if (command.Active)
            user.Activate();
        else
            user.Deactivate();
        var kind = command.Active ? AccountChangeKind.Activated : AccountChangeKind.Deactivated;
        db.AccountChanges.Add(AccountChange.Of(user, kind, by, time.GetUtcNow()));
        if ((await users.UpdateSecurityStampAsync(user)).ToRefusal() is { } refusal)
            return refusal;
        await sessions.EndAll(user.Id, ct);
        return new Done();
    }
}
