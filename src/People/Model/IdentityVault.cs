using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Suiying.Contracts.People;

namespace Suiying.People.Model;

/// <summary>
/// Turns identities into sealed bytes and back: AES-256-GCM with a fresh nonce per record; the person's id is authenticated with it, so
/// that sealed bytes moved to another row do not open. Phones are found by HMAC-SHA-256 under a key of its own (blind index).
/// </summary>
public static class IdentityVault
{
    private const byte Format = 1;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <summary>Plain text is padded to a multiple of this, so that the length of a name does not show.</summary>
    private const int Block = 64;

    /// <summary>Layout: format byte, nonce, tag, ciphertext.</summary>
    public static byte[] Seal(Identity identity, PersonId person, SealingKey key)
    {
        var plain = Pad(JsonSerializer.SerializeToUtf8Bytes(identity));
        var sealedBytes = new byte[1 + NonceSize + TagSize + plain.Length];
        sealedBytes[0] = Format;
        var nonce = sealedBytes.AsSpan(1, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key.Secret, TagSize);
        aes.Encrypt(
            nonce,
            plain,
            sealedBytes.AsSpan(1 + NonceSize + TagSize),
            sealedBytes.AsSpan(1 + NonceSize, TagSize),
            Bound(person, key)
        );
        CryptographicOperations.ZeroMemory(plain);
        return sealedBytes;
    }

    /// <exception cref="CryptographicException">The bytes were changed, belong to another person or were sealed with another key.</exception>
    public static Identity Open(ReadOnlySpan<byte> sealedBytes, PersonId person, SealingKey key)
    {
        if (sealedBytes.Length < 1 + NonceSize + TagSize || sealedBytes[0] != Format)
            throw new CryptographicException("The sealed bytes are not in a known format.");
        var plain = new byte[sealedBytes.Length - 1 - NonceSize - TagSize];
        using var aes = new AesGcm(key.Secret, TagSize);
        aes.Decrypt(
            sealedBytes.Slice(1, NonceSize),
            sealedBytes[(1 + NonceSize + TagSize)..],
            sealedBytes.Slice(1 + NonceSize, TagSize),
            plain,
            Bound(person, key)
        );
        // JSON ends in a brace and the padding is spaces, which a JSON reader skips.
        var identity = JsonSerializer.Deserialize<Identity>(plain)!;
        CryptographicOperations.ZeroMemory(plain);
        return identity;
    }

    /// <summary>Lower-case hex under which a value can be found again by who holds the key, and by nobody else.</summary>
    public static string BlindIndex(IndexedKind kind, string value, SealingKey key) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key.Secret, Encoding.UTF8.GetBytes($"{kind}\n{value}")));

    private static byte[] Bound(PersonId person, SealingKey key) => Encoding.UTF8.GetBytes($"person\n{person.Value:N}\n{key.Id}");

    private static byte[] Pad(byte[] json)
    {
        var padded = new byte[(json.Length + Block - 1) / Block * Block];
        padded.AsSpan().Fill((byte)' ');
        json.CopyTo(padded, 0);
        CryptographicOperations.ZeroMemory(json);
        return padded;
    }
}

/// <summary>What a blind index stands for; equal values of different kinds have different indexes.</summary>
public enum IndexedKind
{
    Phone,
    Address,
    Code,
    Email,
}
