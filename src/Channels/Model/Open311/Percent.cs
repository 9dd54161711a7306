using System.Text;

namespace Suiying.Channels.Model;

/// <summary>
/// Reads name=value pairs as they come in addresses and forms, and refuses what is not UTF-8; the framework would put another character
/// in its place.
/// </summary>
internal static class Percent
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="DecoderFallbackException">The bytes are not UTF-8.</exception>
    public static IEnumerable<(string Name, string Value)> Pairs(byte[] encoded)
    {
        var start = 0;
        while (start < encoded.Length)
        {
            var length = encoded.AsSpan(start).IndexOf((byte)'&');
            var end = length < 0 ? encoded.Length : start + length;
            if (end > start)
            {
                var equals = encoded.AsSpan(start, end - start).IndexOf((byte)'=');
                var nameEnd = equals < 0 ? end : start + equals;
                var value = equals < 0 ? "" : Text(encoded.AsSpan(nameEnd + 1, end - nameEnd - 1));
                yield return (Text(encoded.AsSpan(start, nameEnd - start)), value);
            }
            start = end + 1;
        }
    }

    private static string Text(ReadOnlySpan<byte> encoded)
    {
        var plain = new byte[encoded.Length];
        var count = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            if (
                encoded[i] == '%'
                && i + 2 < encoded.Length
                && char.IsAsciiHexDigit((char)encoded[i + 1])
                && char.IsAsciiHexDigit((char)encoded[i + 2])
            )
            {
                plain[count++] = (byte)(Convert.FromHexString([(char)encoded[i + 1], (char)encoded[i + 2]])[0]);
                i += 2;
            }
            else
                plain[count++] = encoded[i] == '+' ? (byte)' ' : encoded[i];
        }
        return Strict.GetString(plain, 0, count);
    }
}
