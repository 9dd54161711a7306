using System.Security.Cryptography;
using System.Text;

namespace Suiying.Channels.Model;

/// <summary>接口密钥: by it a program that hands in requests is known. Only its hash is kept.</summary>
public sealed class ApiKey
{
    public const int LongestName = 60;

    /// <summary>A call sooner than this after the last noted one is not noted, so that reading does not become writing.</summary>
    public static readonly TimeSpan UsedEvery = TimeSpan.FromMinutes(10);

    private const string Mark = "sy_";

    private ApiKey() { }

    public Guid Id { get; private set; }

    /// <summary>Whose program it is, as the operator calls it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>SHA-256 of the key, lower-case hex. A key is 256 random bits, so a slow hash would guard nothing.</summary>
    public string Hash { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Of the last call, to within <see cref="UsedEvery"/>: it tells whether anybody still needs the key.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>A new key and its secret, which is told once.</summary>
    public static (ApiKey Key, string Secret) Make(string name, DateTimeOffset at)
    {
        var secret = Mark + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var key = new ApiKey
        {
            Id = Guid.CreateVersion7(at),
            Name = name,
            Hash = HashOf(secret),
            CreatedAt = at,
        };
        return (key, secret);
    }

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public void Revoke(DateTimeOffset at) => RevokedAt ??= at;
}
