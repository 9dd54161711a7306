using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Suiying.Channels.Model.WeChat;

/// <summary>
/// 微信公众平台消息加解密方案: SHA-1 over the sorted parts; AES-256-CBC under the EncodingAESKey with its first 16 bytes as vector; inside stand 16 random
/// bytes, the length in four bytes (big endian), the message and the AppID, filled up to blocks of 32 bytes (PKCS#7).
/// </summary>
public sealed class WeChatSeal
{
    /// <summary>43 characters of Base64 without the closing sign: 32 bytes.</summary>
    public const int KeyLength = 43;

    private const int Block = 32;
    private const int Before = 16 + sizeof(int);

    private readonly string token;
    private readonly byte[] key;
    private readonly byte[] app;

    /// <param name="token">Token of the account's server configuration.</param>
    /// <param name="encodingKey">EncodingAESKey.</param>
    /// <param name="app">AppID.</param>
    /// <exception cref="FormatException">The key is none.</exception>
    public WeChatSeal(string token, string encodingKey, string app)
    {
        (this.token, this.app) = (token, Encoding.UTF8.GetBytes(app));
        key = encodingKey.Length == KeyLength ? Convert.FromBase64String(encodingKey + "=") : throw new FormatException();
    }

    /// <summary>Lower-case hex over the token and these parts, in whatever order they come.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "The platform signs with SHA-1 and with nothing else.")]
    public string Sign(params IEnumerable<string> parts)
    {
        var sorted = parts.Append(token).Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(sorted))));
    }

    public bool IsSigned(string signature, params IEnumerable<string> parts) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(parts)), Encoding.UTF8.GetBytes(signature));

    /// <summary>Null where it was not encrypted with this key, or for another account.</summary>
    public string? Open(string encrypted)
    {
        var bytes = new byte[encrypted.Length];
        if (!Convert.TryFromBase64String(encrypted, bytes, out var length) || length == 0 || length % 16 != 0)
            return null;
        using var aes = Aes.Create();
        aes.Key = key;
        var plain = aes.DecryptCbc(bytes.AsSpan(0, length), key.AsSpan(0, 16), PaddingMode.None);
        var end = plain.Length - plain[^1];
        if (plain[^1] is 0 or > Block || end < Before || plain.AsSpan(end).ContainsAnyExcept(plain[^1]))
            return null;
        var text = BinaryPrimitives.ReadInt32BigEndian(plain.AsSpan(16));
        return text < 0 || text > end - Before || !plain.AsSpan((Before + text)..end).SequenceEqual(app)
            ? null
            : Encoding.UTF8.GetString(plain, Before, text);
    }

    public string Close(string text)
    {
        var message = Encoding.UTF8.GetBytes(text);
        var whole = Before + message.Length + app.Length;
        var padding = Block - whole % Block;
        var plain = new byte[whole + padding];
        RandomNumberGenerator.Fill(plain.AsSpan(0, 16));
        BinaryPrimitives.WriteInt32BigEndian(plain.AsSpan(16), message.Length);
        message.CopyTo(plain.AsSpan(Before));
        app.CopyTo(plain.AsSpan(Before + message.Length));
        plain.AsSpan(whole).Fill((byte)padding);
        using var aes = Aes.Create();
        aes.Key = key;
        return Convert.ToBase64String(aes.EncryptCbc(plain, key.AsSpan(0, 16), PaddingMode.None));
    }
}
