using Microsoft.EntityFrameworkCore;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>A member of staff reads their own account. Null for residents and visitors.</summary>
public sealed class MyAccount(PeopleDb db)
{
    public Task<StaffUser?> Find(Actor by, CancellationToken ct) => db.Staff.AsNoTracking().SingleOrDefaultAsync(s => s.Id == by.Id, ct);
}
