using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Suiying.Tests.Channels.Messages;

/// <summary>A push service with one browser behind it, which decrypts and checks the city's voucher by its own code (RFC 8188, 8291, 8292).</summary>
public sealed class PushService : LoopbackProgram
{
    private readonly ECDiffieHellman browser = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] auth = RandomNumberGenerator.GetBytes(16);
    private readonly ConcurrentQueue<Got> got = new();

    /// <param name="Text">What the browser read.</param>
    /// <param name="Vouched">True where the voucher is signed by the key it names, for this service and this hour.</param>
    /// <param name="Key">The city's key, as the voucher names it.</param>
    public sealed record Got(string Text, bool Vouched, string Key);

    public TimeProvider Clock { get; set; } = TimeProvider.System;

    public HttpStatusCode Answers { get; set; } = HttpStatusCode.Created;

    public IReadOnlyList<Got> All => [.. got];

    public string Endpoint => $"{Origin}/push/one";

    public string P256dh => Base64Url.EncodeToString(Point(browser.ExportParameters(false)));

    public string Auth => Base64Url.EncodeToString(auth);

    public override void Dispose()
    {
        base.Dispose();
        browser.Dispose();
    }

    protected override async Task Answer(HttpListenerContext asked)
    {
        using var bytes = new MemoryStream();
        await asked.Request.InputStream.CopyToAsync(bytes);
        if (Answers == HttpStatusCode.Created)
            got.Enqueue(Read(bytes.ToArray(), asked.Request.Headers["Authorization"] ?? ""));
        asked.Response.StatusCode = (int)Answers;
    }

    private Got Read(byte[] body, string authorization)
    {
        var parts = authorization["vapid ".Length..].Split(',', StringSplitOptions.TrimEntries).ToDictionary(p => p[..1], p => p[2..]);
        return new Got(Decrypt(body), IsVouched(parts["t"], parts["k"]), parts["k"]);
    }

    private string Decrypt(byte[] body)
    {
        var (salt, sender) = (body[..16], body[21..86]);
        using var other = ECDiffieHellman.Create(Parameters(sender));
        using var otherKey = other.PublicKey;
        var shared = browser.DeriveRawSecretAgreement(otherKey);
        // HKDF spelt out in HMAC, as the appendix of the RFC does.
        var prkKey = HMACSHA256.HashData(auth, shared);
        byte[] info = [.. "WebPush: info\0"u8, .. Point(browser.ExportParameters(false)), .. sender, 1];
        var ikm = HMACSHA256.HashData(prkKey, info);
        var prk = HMACSHA256.HashData(salt, ikm);
        var key = HMACSHA256.HashData(prk, (byte[])[.. "Content-Encoding: aes128gcm\0"u8, 1])[..16];
        var nonce = HMACSHA256.HashData(prk, (byte[])[.. "Content-Encoding: nonce\0"u8, 1])[..12];
        var plain = new byte[body.Length - 86 - 16];
        using var aes = new AesGcm(key, 16);
        aes.Decrypt(nonce, body.AsSpan(86, plain.Length), body.AsSpan(86 + plain.Length), plain);
        Assert.Equal(2, plain[^1]);
        return Encoding.UTF8.GetString(plain[..^1]);
    }

    private bool IsVouched(string token, string key)
    {
        var parts = token.Split('.');
        using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
        using var city = ECDsa.Create(Parameters(Base64Url.DecodeFromChars(key)));
        var until = DateTimeOffset.FromUnixTimeSeconds(claims.RootElement.GetProperty("exp").GetInt64());
        return city.VerifyData(
                Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"),
                Base64Url.DecodeFromChars(parts[2]),
                HashAlgorithmName.SHA256
            )
            && claims.RootElement.GetProperty("aud").GetString() == Origin
            && claims.RootElement.GetProperty("sub").GetString()!.StartsWith("https://", StringComparison.Ordinal)
            && until > Clock.GetUtcNow()
            && until <= Clock.GetUtcNow().AddHours(24);
    }

    private static byte[] Point(ECParameters of) => [4, .. of.Q.X!, .. of.Q.Y!];

    private static ECParameters Parameters(byte[] point) =>
        new()
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = point[1..33], Y = point[33..] },
        };
}
