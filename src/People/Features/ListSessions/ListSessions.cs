using Microsoft.EntityFrameworkCore;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>The browsers in which an account is signed in, the last seen first: for the person and for the security administrator.</summary>
public sealed class ListSessions(PeopleDb db, TimeProvider time)
{
    public async Task<Outcome<IReadOnlyList<StaffSession>>> Run(Guid staff, Actor by, CancellationToken ct)
    {
        if (by.Id == Guid.Empty || (by.Id != staff && !by.Is(Role.SecurityAdmin)))
            return new NotAllowed();
        // A cookie that was not used for so long has ended by itself.
        var since = time.GetUtcNow() - Sessions.OfStaff;
        return await db
            .StaffSessions.AsNoTracking()
            .Where(s => s.StaffId == staff && s.EndedAt == null && s.SeenAt > since)
            .OrderByDescending(s => s.SeenAt)
            .ThenByDescending(s => s.Id)
            .ToListAsync(ct);
    }
}
