using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.People;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>
/// The person has their identity deleted (个人信息保护法 47). Matters stay, with an id that leads to nobody. Openings stay as well: they
/// hold who looked, not what was seen.
/// </summary>
public sealed class EraseIdentity(PeopleDb db, ISealedIdentities identities)
{
    public async Task<Outcome<Done>> Run(Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Resident) || by.Id == Guid.Empty)
            return new NotAllowed();
        if (!await db.Persons.AnyAsync(p => p.Id == by.Id, ct))
            return new NotFound();
        await identities.Erase([new PersonId(by.Id)], ct);
        return new Done();
    }
}
