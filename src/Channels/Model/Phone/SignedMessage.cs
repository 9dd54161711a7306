using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Suiying.Channels.Model.Phone;

/// <summary>The headers by which a message shows whose it is.</summary>
/// <param name="Id">The sender's id of the message, the same at every repetition: <c>webhook-id</c>.</param>
/// <param name="Timestamp">Unix seconds of this sending: <c>webhook-timestamp</c>.</param>
/// <param name="Signature">One or more, parted by spaces: <c>webhook-signature</c>.</param>
public sealed record MessageSeal(string Id, string Timestamp, string Signature);

/// <summary>
/// Signed messages by Standard Webhooks 1.0 (standardwebhooks.com), symmetric scheme: HMAC-SHA-256 over id, timestamp and body, in Base64 behind
/// <c>v1,</c>. A secret is <c>whsec_</c> and the Base64 of its bytes.
/// </summary>
public static class SignedMessage
{
    public const string SecretMark = "whsec_";

    /// <summary>A message whose timestamp is farther away is not taken: somebody may be playing an old one again.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private const string Version = "v1,";
    private const int LongestId = 200;

    /// <summary>A new secret of 256 random bits.</summary>
    public static string NewSecret() => SecretMark + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>True for a secret of at least 192 bits in its form.</summary>
    public static bool IsSecret(string text) =>
        text.StartsWith(SecretMark, StringComparison.Ordinal)
        && text.Length < 200
        && Convert.TryFromBase64String(text[SecretMark.Length..], new byte[200], out var length)
        && length >= 24;

    public static MessageSeal Seal(string secret, string id, DateTimeOffset at, string body)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new MessageSeal(id, timestamp, Version + Convert.ToBase64String(Mac(secret, id, timestamp, body)));
    }

    /// <summary>What is wrong with a seal; null where it is right.</summary>
    public static Refusal? Problem(string secret, MessageSeal seal, string body, DateTimeOffset now)
    {
        if (seal.Id.Length is 0 or > LongestId)
            return new SignatureMissing();
        if (!long.TryParse(seal.Timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return new SignatureMissing();
        if (Math.Abs((double)now.ToUnixTimeSeconds() - seconds) > Tolerance.TotalSeconds)
            return new SignatureTooOld();
        var mac = Mac(secret, seal.Id, seal.Timestamp, body);
        var right = seal
            .Signature.Split(' ')
            .Where(s => s.StartsWith(Version, StringComparison.Ordinal))
            .Any(s => IsSame(s[Version.Length..], mac));
        return right ? null : new SignatureWrong();
    }

    private static bool IsSame(string base64, byte[] mac)
    {
        var bytes = new byte[mac.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length)
            && length == mac.Length
            && CryptographicOperations.FixedTimeEquals(bytes, mac);
    }

    private static byte[] Mac(string secret, string id, string timestamp, string body) =>
        HMACSHA256.HashData(Convert.FromBase64String(secret[SecretMark.Length..]), Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}"));
}
