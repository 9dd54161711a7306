using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.People;
using Suiying.People.Model;

namespace Suiying.People.Storage;

public sealed class SealedIdentities(PeopleDb db, KeyRing ring, TimeProvider time) : ISealedIdentities
{
    /// <summary>Arbitrary; only has to differ from other advisory locks of this database.</summary>
    private const long ChainLock = 0x53_55_49_4F_50_45_4E;

    private const int MaxLength = 200;

    public async Task<PersonId> Seal(PersonId id, Identity identity, CancellationToken ct)
    {
        var given = Normalise(identity);
        var keys = ring.Keys;
        try
        {
            return await db.Write(() => SealInside(id, given, keys, ct), ct);
        }
        catch (DbUpdateException)
        {
            // Another process sealed the same phone or id between our look and our insert; now it is there to be found.
            db.ChangeTracker.Clear();
            return await db.Write(() => SealInside(id, given, keys, ct), ct);
        }
    }

    public async Task<Identity?> Open(PersonId id, OpeningPurpose purpose, string matter, Actor by, CancellationToken ct)
    {
        var person = await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id.Value, ct);
        if (person?.Open(ring.Keys) is not { } identity)
            return null;
        await db.Write(
            async () =>
            {
                await db.Alone(ChainLock, ct);
                var last = await db.Openings.AsNoTracking().OrderByDescending(o => o.Id).FirstOrDefaultAsync(ct);
                db.Openings.Add(Opening.After(last, (id, purpose, matter), by, time.GetUtcNow()));
                return await db.SaveChangesAsync(ct);
            },
            ct
        );
        // Handed out only now: no opening without its row.
        return identity;
    }

    public async Task<PersonId?> FindByPhone(string phone, CancellationToken ct)
    {
        if (!Phone.TryParse(phone, out var parsed))
            return null;
        var person = await WithPhone(parsed, ring.Keys).AsNoTracking().FirstOrDefaultAsync(ct);
        return person is null ? null : new PersonId(person.Id);
    }

    public async Task<string?> MaskedPhone(PersonId id, CancellationToken ct)
    {
        var person = await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id.Value, ct);
        return Phone.TryParse(person?.Open(ring.Keys)?.Phone, out var phone) ? phone.Masked : null;
    }

    private async Task<PersonId> SealInside(PersonId id, Identity given, KeySet keys, CancellationToken ct)
    {
        if (await db.Persons.AnyAsync(p => p.Id == id.Value, ct))
            return id;
        var known = Phone.TryParse(given.Phone, out var phone) ? await WithPhone(phone, keys).FirstOrDefaultAsync(ct) : null;
        if (known is null)
            db.Persons.Add(Person.Seal(id, given, keys, time.GetUtcNow()));
        else
            known.Complete(given, keys);
        await db.SaveChangesAsync(ct);
        return known is null ? id : new PersonId(known.Id);
    }

    /// <summary>While index keys rotate, a phone may still stand under an older one.</summary>
    private IQueryable<Person> WithPhone(Phone phone, KeySet keys)
    {
        var indexes = keys.Index.Select(key => IdentityVault.BlindIndex(IndexedKind.Phone, phone.E164, key)).ToList();
        return db.Persons.Where(p => indexes.Contains(p.PhoneIndex!));
    }

    private static Identity Normalise(Identity identity)
    {
        if (identity.Name.Length > MaxLength || identity.Address.Length > MaxLength)
            throw new ArgumentException($"A name or address is longer than {MaxLength} characters.", nameof(identity));
        var phone = "";
        if (!string.IsNullOrWhiteSpace(identity.Phone))
        {
            if (!Phone.TryParse(identity.Phone, out var parsed))
                throw new ArgumentException("The phone is not a telephone number.", nameof(identity));
            phone = parsed.E164;
        }
        return new Identity
        {
            Name = identity.Name.Trim(),
            Phone = phone,
            Address = identity.Address.Trim(),
        };
    }
}
