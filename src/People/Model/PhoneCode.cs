using System.Security.Cryptography;
using System.Text;

namespace Suiying.People.Model;

/// <summary>A code sent to a phone. Neither the phone, the code nor the caller's address can be read from the row.</summary>
public sealed class PhoneCode
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    public const int MaxTries = 5;
    public const int MaxPerPhoneAndHour = 5;
    public const int MaxPerAddressAndHour = 20;

    private PhoneCode() { }

    public Guid Id { get; private set; }

    public string PhoneIndex { get; private set; } = "";

    /// <summary>The key under which phone and code were hashed.</summary>
    public string IndexKeyId { get; private set; } = "";

    public string CodeHash { get; private set; } = "";

    /// <summary>Blind index of the address that asked; null where it was not asked over the network.</summary>
    public string? AddressIndex { get; private set; }

    public DateTimeOffset SentAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Counted up in the database before a code is compared, so that guesses side by side do not pass as one.</summary>
    public int Tries { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    public static PhoneCode Create(Phone phone, string code, string? address, SealingKey key, DateTimeOffset at)
    {
        var id = Guid.CreateVersion7(at);
        return new PhoneCode
        {
            Id = id,
            PhoneIndex = IdentityVault.BlindIndex(IndexedKind.Phone, phone.E164, key),
            IndexKeyId = key.Id,
            CodeHash = Hash(id, code, key),
            AddressIndex = address is null ? null : IdentityVault.BlindIndex(IndexedKind.Address, address, key),
            SentAt = at,
            ExpiresAt = at + Lifetime,
        };
    }

    /// <summary>Compares in constant time.</summary>
    public bool Matches(string code, SealingKey key) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(Id, code, key)), Encoding.ASCII.GetBytes(CodeHash));

    /// <summary>Six digits from the system's secure source.</summary>
    public static string NewCode() =>
        RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);

    private static string Hash(Guid id, string code, SealingKey key) => IdentityVault.BlindIndex(IndexedKind.Code, $"{id:N}\n{code}", key);
}
