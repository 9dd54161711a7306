using Microsoft.EntityFrameworkCore;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>
/// The person has their identity deleted (个人信息保护法 47). Matters stay, with an id that leads to nobody. Openings stay as well: they
/// hold who looked, not what was seen.
/// </summary>
public sealed class EraseIdentity(PeopleDb db, TimeProvider time)
{
    public async Task<Outcome<Done>> Run(Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Resident) || by.Id == Guid.Empty)
            return new NotAllowed();
        var person = await db.Persons.SingleOrDefaultAsync(p => p.Id == by.Id, ct);
        if (person is null)
            return new NotFound();
        person.Erase(time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
