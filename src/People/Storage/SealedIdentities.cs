using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.People;
using Suiying.Kernel.Events;
using Suiying.People.Model;

namespace Suiying.People.Storage;

public sealed class SealedIdentities(PeopleDb db, KeyRing ring, Outbox outbox, TimeProvider time) : ISealedIdentities
{
    /// <summary>Arbitrary; only has to differ from other advisory locks of this database.</summary>
    private const long ChainLock = 0x53_55_49_4F_50_45_4E;

    private const int MaxLength = 200;
    private const int BatchSize = 500;

    public Task<PersonId> Seal(PersonId id, Identity identity, CancellationToken ct)
    {
        var given = Normalise(identity);
        var keys = ring.Keys;
        // Another process may seal the same phone or id between our look and our insert; then it is there to be found.
        return db.WriteOrRetry(() => SealInside(id, given, keys, ct), ct);
    }

    public Task<IReadOnlyList<PersonId>> SealAll(IReadOnlyList<(PersonId Id, Identity Identity)> people, CancellationToken ct)
    {
        var given = people.Select(p => (p.Id, Identity: Normalise(p.Identity))).ToList();
        var keys = ring.Keys;
        return db.Write<IReadOnlyList<PersonId>>(
            async () =>
            {
                var ids = new List<PersonId>(given.Count);
                foreach (var some in given.Chunk(BatchSize))
                    ids.AddRange(await SealBatch(some, keys, ct));
                return ids;
            },
            ct
        );
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

    public Task<bool> Knows(PersonId id, CancellationToken ct) => db.Persons.AnyAsync(p => p.Id == id.Value && p.ErasedAt == null, ct);

    public async Task<bool> HasEmail(PersonId id, string email, CancellationToken ct)
    {
        var person = await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id.Value, ct);
        return email.Trim().Length > 0
            && person?.Open(ring.Keys) is { } identity
            && string.Equals(identity.Email, email.Trim(), StringComparison.OrdinalIgnoreCase);
    }

    public async Task<bool> SetEmail(PersonId id, string email, CancellationToken ct)
    {
        if (email.Length > MaxLength)
            throw new ArgumentException($"The address is longer than {MaxLength} characters.", nameof(email));
        var person = await db.Persons.SingleOrDefaultAsync(p => p.Id == id.Value, ct);
        if (person is not { ErasedAt: null })
            return false;
        person.SetEmail(email.Trim(), ring.Keys);
        await db.SaveChangesAsync(ct);
        return true;
    }

    public async Task<int> Erase(IReadOnlyCollection<PersonId> ids, CancellationToken ct)
    {
        var erased = 0;
        foreach (var some in ids.Select(id => id.Value).Chunk(BatchSize))
        {
            var persons = await db.Persons.Where(p => some.Contains(p.Id) && p.ErasedAt == null).ToListAsync(ct);
            foreach (var person in persons)
            {
                person.Erase(time.GetUtcNow());
                outbox.Add(db, new IdentityErased { Person = person.Id, At = time.GetUtcNow() });
            }
            await db.SaveChangesAsync(ct);
            erased += persons.Count;
        }
        if (erased > 0)
            outbox.Wake();
        return erased;
    }

    private async Task<PersonId> SealInside(PersonId id, Identity given, KeySet keys, CancellationToken ct)
    {
        if (await db.Persons.FirstOrDefaultAsync(p => p.Id == id.Value, ct) is { } same)
        {
            if (same.ErasedAt is null)
                same.Complete(given, keys);
            await db.SaveChangesAsync(ct);
            return id;
        }
        var known =
            Phone.TryParse(given.Phone, out var phone) ? await WithPhone(phone, keys).FirstOrDefaultAsync(ct)
            : given.Email.Length > 0 ? await WithEmail(given.Email, keys).FirstOrDefaultAsync(ct)
            : null;
        if (known is null)
            db.Persons.Add(Person.Seal(id, given, keys, time.GetUtcNow()));
        else
            known.Complete(given, keys);
        await db.SaveChangesAsync(ct);
        return known is null ? id : new PersonId(known.Id);
    }

    private async Task<List<PersonId>> SealBatch((PersonId Id, Identity Identity)[] people, KeySet keys, CancellationToken ct)
    {
        string? IndexOf(Identity identity, SealingKey key) =>
            Phone.TryParse(identity.Phone, out var phone) ? IdentityVault.BlindIndex(IndexedKind.Phone, phone.E164, key) : null;

        var ids = people.Select(p => p.Id.Value).ToList();
        var indexes = keys.Index.SelectMany(key => people.Select(p => IndexOf(p.Identity, key))).OfType<string>().ToList();
        var known = await db
            .Persons.AsNoTracking()
            .Where(p => ids.Contains(p.Id) || indexes.Contains(p.PhoneIndex!))
            .Select(p => new { p.Id, p.PhoneIndex })
            .ToListAsync(ct);
        var there = known.Select(p => p.Id).ToHashSet();
        var byPhone = known.Where(p => p.PhoneIndex is not null).ToDictionary(p => p.PhoneIndex!, p => p.Id);

        var used = new List<PersonId>(people.Length);
        foreach (var (id, identity) in people)
        {
            var same = keys.Index.Select(key => IndexOf(identity, key)).FirstOrDefault(i => i is not null && byPhone.ContainsKey(i));
            used.Add(there.Contains(id.Value) || same is null ? id : new PersonId(byPhone[same]));
            if (same is not null || !there.Add(id.Value))
                continue;
            db.Persons.Add(Person.Seal(id, identity, keys, time.GetUtcNow()));
            if (IndexOf(identity, keys.Index[0]) is { } index)
                byPhone[index] = id.Value;
        }
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return used;
    }

    /// <summary>While index keys rotate, a phone may still stand under an older one.</summary>
    private IQueryable<Person> WithPhone(Phone phone, KeySet keys)
    {
        var indexes = keys.Index.Select(key => IdentityVault.BlindIndex(IndexedKind.Phone, phone.E164, key)).ToList();
        return db.Persons.Where(p => indexes.Contains(p.PhoneIndex!));
    }

    /// <summary>Whoever is known by an address alone: an address beside a phone was only told, and not by its owner for certain.</summary>
    private IQueryable<Person> WithEmail(string email, KeySet keys)
    {
        var indexes = keys.Index.Select(key => Person.IndexOfEmail(email, key)).ToList();
        return db.Persons.Where(p => indexes.Contains(p.EmailIndex!)).OrderBy(p => p.CreatedAt);
    }

    private static Identity Normalise(Identity identity)
    {
        if (identity.Name.Length > MaxLength || identity.Address.Length > MaxLength || identity.Email.Length > MaxLength)
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
            Email = identity.Email.Trim(),
        };
    }
}
