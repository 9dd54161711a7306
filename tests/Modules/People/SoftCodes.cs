#pragma warning disable CA5350 // The standard of one-time codes names SHA-1.
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Suiying.Tests.People;

/// <summary>An authenticator program, written from the standard and not from the program under test.</summary>
internal static class SoftCodes
{
    /// <summary>The six digits that it would show at this time.</summary>
    public static string At(string secret, DateTimeOffset at)
    {
        var bits = string.Concat(
            secret.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0'))
        );
        var key = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, at.ToUnixTimeSeconds() / 30);
        var hash = HMACSHA1.HashData(key, counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
