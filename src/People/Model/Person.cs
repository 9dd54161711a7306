using Suiying.Contracts.People;

namespace Suiying.People.Model;

/// <summary>A person, sealed. The row says nothing about them but since when they are known.</summary>
public sealed class Person
{
    private Person() { }

    public Guid Id { get; private set; }

    /// <summary>The key that sealed the bytes.</summary>
    public string KeyId { get; private set; } = "";

    /// <summary>Empty once erased.</summary>
    public byte[] Sealed { get; private set; } = [];

    /// <summary>Blind index of the phone; null where there is none or the person was erased.</summary>
    public string? PhoneIndex { get; private set; }

    /// <summary>Blind index of the e-mail address of a person who has no phone; else null.</summary>
    public string? EmailIndex { get; private set; }

    /// <summary>The key of the blind index.</summary>
    public string? IndexKeyId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? ErasedAt { get; private set; }

    public static Person Seal(PersonId id, Identity identity, KeySet keys, DateTimeOffset at)
    {
        var person = new Person { Id = id.Value, CreatedAt = at };
        person.Reseal(identity, keys);
        return person;
    }

    /// <summary>Null once erased.</summary>
    public Identity? Open(KeySet keys) => ErasedAt is null ? IdentityVault.Open(Sealed, new PersonId(Id), keys.SealKey(KeyId)) : null;

    /// <summary>Takes a name or address that was missing; what is there stays, since nobody has shown that the new one is truer.</summary>
    public void Complete(Identity given, KeySet keys)
    {
        if (Open(keys) is not { } known)
            return;
        var completed = known with
        {
            Name = known.Name.Length > 0 ? known.Name : given.Name,
            Address = known.Address.Length > 0 ? known.Address : given.Address,
        };
        if (completed != known)
            Reseal(completed, keys);
    }

    /// <summary>更正 (个人信息保护法 46): the person themselves says what is true. The phone stays: it is how they showed who they are.</summary>
    public void Correct(string name, string address, KeySet keys)
    {
        if (Open(keys) is { } known)
            Reseal(known with { Name = name.Trim(), Address = address.Trim() }, keys);
    }

    public void SetEmail(string email, KeySet keys)
    {
        if (Open(keys) is { } known)
            Reseal(known with { Email = email }, keys);
    }

    /// <summary>Seals again with the keys in force.</summary>
    public void Rotate(KeySet keys)
    {
        if (Open(keys) is { } identity)
            Reseal(identity, keys);
    }

    /// <summary>Leaves the id, so that history stays whole, and nothing else.</summary>
    public void Erase(DateTimeOffset at)
    {
        Sealed = [];
        PhoneIndex = EmailIndex = null;
        IndexKeyId = null;
        ErasedAt ??= at;
    }

    private void Reseal(Identity identity, KeySet keys)
    {
        KeyId = keys.Seal[0].Id;
        Sealed = IdentityVault.Seal(identity, new PersonId(Id), keys.Seal[0]);
        var key = keys.Index[0];
        PhoneIndex = identity.Phone.Length > 0 ? IdentityVault.BlindIndex(IndexedKind.Phone, identity.Phone, key) : null;
        EmailIndex = PhoneIndex is null && identity.Email.Length > 0 ? IndexOfEmail(identity.Email, key) : null;
        IndexKeyId = PhoneIndex is null && EmailIndex is null ? null : key.Id;
    }

    /// <summary>Addresses are one address however their letters are written.</summary>
    public static string IndexOfEmail(string email, SealingKey key) =>
        IdentityVault.BlindIndex(IndexedKind.Email, email.Trim().ToLowerInvariant(), key);
}
