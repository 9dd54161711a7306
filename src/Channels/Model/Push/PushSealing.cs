using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Suiying.Channels.Model.Push;

/// <summary>
/// Encrypts for one browser as RFC 8291 says (aes128gcm of RFC 8188, one record), so that the push service carries it and reads nothing.
/// </summary>
public static class PushSealing
{
    public const int KeyLength = 65;
    public const int AuthLength = 16;

    /// <summary>Longest plain text of one record of 4,096 bytes.</summary>
    public const int LongestText = RecordSize - 1 - TagSize - HeadSize;

    private const int RecordSize = 4096;
    private const int TagSize = 16;
    private const int SaltSize = 16;
    private const int HeadSize = SaltSize + 4 + 1 + KeyLength;

    /// <summary>With a fresh key and salt, as every message has.</summary>
    public static byte[] Seal(byte[] text, PushTarget target)
    {
        using var sender = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return Seal(text, target, sender, RandomNumberGenerator.GetBytes(SaltSize));
    }

    /// <exception cref="ArgumentException">The text does not fit into one record.</exception>
    /// <exception cref="CryptographicException">The browser's key is no point of the curve.</exception>
    public static byte[] Seal(byte[] text, PushTarget target, ECDiffieHellman sender, byte[] salt)
    {
        if (text.Length > LongestText)
            throw new ArgumentException("The text does not fit into one record.", nameof(text));
        using var receiver = ECDiffieHellman.Create(PointOf(target.Key));
        using var receiverKey = receiver.PublicKey;
        var (secret, mine) = (sender.DeriveRawSecretAgreement(receiverKey), BytesOf(sender.ExportParameters(false)));
        byte[] about = [.. "WebPush: info\0"u8, .. target.Key, .. mine];
        var material = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, target.Auth, about);
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, material, 16, salt, Encoding.ASCII.GetBytes("Content-Encoding: aes128gcm\0"));
        var nonce = HKDF.DeriveKey(HashAlgorithmName.SHA256, material, 12, salt, Encoding.ASCII.GetBytes("Content-Encoding: nonce\0"));
        // 2 ends the last record.
        byte[] plain = [.. text, 2];
        var body = new byte[HeadSize + plain.Length + TagSize];
        salt.CopyTo(body, 0);
        BinaryPrimitives.WriteUInt32BigEndian(body.AsSpan(SaltSize), RecordSize);
        body[SaltSize + 4] = KeyLength;
        mine.CopyTo(body, SaltSize + 5);
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce, plain, body.AsSpan(HeadSize, plain.Length), body.AsSpan(HeadSize + plain.Length));
        return body;
    }

    /// <summary>A point as 4, x and y.</summary>
    public static byte[] BytesOf(ECParameters point) => [4, .. point.Q.X!, .. point.Q.Y!];

    /// <summary>The same read back.</summary>
    public static ECParameters PointOf(byte[] bytes) =>
        bytes is [4, ..] && bytes.Length == KeyLength
            ? new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint { X = bytes[1..33], Y = bytes[33..] },
            }
            : throw new CryptographicException("No uncompressed point of the curve.");
}

/// <summary>推送目标: where one browser is reached and with what it decrypts.</summary>
/// <param name="Endpoint">Address at its push service; whoever knows it can reach the browser.</param>
/// <param name="Key">Its public key, 65 bytes.</param>
/// <param name="Auth">Its secret, 16 bytes.</param>
public sealed record PushTarget(string Endpoint, byte[] Key, byte[] Auth)
{
    /// <summary>Says nothing: the address is a key.</summary>
    public override string ToString() => "PushTarget(sealed)";
}
