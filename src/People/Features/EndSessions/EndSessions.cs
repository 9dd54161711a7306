using Microsoft.EntityFrameworkCore;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>A member of staff ends their sessions elsewhere; the security administrator ends all of somebody. Both take effect at once.</summary>
public sealed class EndSessions(PeopleDb db, StaffSessions sessions, TimeProvider time)
{
    public sealed record Command
    {
        public required Guid Staff { get; init; }

        /// <summary>Null for all; one's own session in this browser stays, since one signs out of that.</summary>
        public Guid? Only { get; init; }
    }

    /// <summary>How many ended.</summary>
    public async Task<Outcome<int>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (by.Id == Guid.Empty)
            return new NotAllowed();
        if (by.Id == command.Staff)
            return command.Only is { } one ? await sessions.EndOne(by.Id, one, ct) : await sessions.EndOthers(by.Id, ct);

        if (!by.Is(Role.SecurityAdmin))
            return new NotAllowed();
        var user = await db.Staff.AsNoTracking().SingleOrDefaultAsync(s => s.Id == command.Staff, ct);
        if (user is null)
            return new NotFound();
        db.AccountChanges.Add(AccountChange.Of(user, AccountChangeKind.SessionsEnded, by, time.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        return await sessions.EndAll(user.Id, ct);
    }
}
