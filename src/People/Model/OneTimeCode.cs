using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Suiying.People.Model;

/// <summary>Time-based codes as authenticator programs make them (RFC 6238: SHA-1, 30 seconds, six digits).</summary>
internal static class OneTimeCode
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int Seconds = 30;

    // One half minute either way: clocks differ and people type slowly.
    private const int Drift = 1;

    public static string NewSecret() => RandomNumberGenerator.GetString(Alphabet, 32);

    public static long StepAt(DateTimeOffset time) => time.ToUnixTimeSeconds() / Seconds;

    /// <summary>The half minute whose code this is, later than the one used last; null where there is none.</summary>
    public static long? Match(string secret, string? typed, long lastStep, DateTimeOffset at)
    {
        if (Digits(typed) is not { } code)
            return null;
        var now = StepAt(at);
        long? found = null;
        for (var step = now - Drift; step <= now + Drift; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Bytes(Of(secret, step)), Bytes(code)) && step > lastStep)
                found = step;
        }
        return found;
    }

    public static string Of(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[20];
        // The standard's algorithm, which every authenticator program knows; as a keyed hash it is not broken.
#pragma warning disable CA5350
        HMACSHA1.HashData(FromBase32(secret), counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[19] & 0xf)..]) & 0x7fffffff;
        return $"{number % 1_000_000:D6}";
    }

    /// <summary>Six digits; blanks and full-width digits are forgiven.</summary>
    public static string? Digits(string? text)
    {
        if (text is null or { Length: > 20 })
            return null;
        var plain = string.Concat(text.Normalize(System.Text.NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));
        return plain.Length == 6 && plain.All(char.IsAsciiDigit) ? plain : null;
    }

    private static byte[] Bytes(string text) => System.Text.Encoding.ASCII.GetBytes(text);

    private static byte[] FromBase32(string text)
    {
        var bytes = new List<byte>();
        var (buffer, bits) = (0, 0);
        foreach (var letter in text)
        {
            buffer = ((buffer << 5) | Alphabet.IndexOf(letter, StringComparison.Ordinal)) & 0xffff;
            bits += 5;
            if (bits < 8)
                continue;
            bits -= 8;
            bytes.Add((byte)(buffer >> bits));
        }
        return [.. bytes];
    }
}
