using System.Security.Cryptography;
using System.Text;

namespace Suiying.Channels.Model.Push;

/// <summary>接收推送的浏览器 of a person. Where it is reached is encrypted.</summary>
public sealed class PushBrowser
{
    public const int LongestEndpoint = 1000;

    /// <summary>So many of one person; the oldest makes room.</summary>
    public const int Most = 5;

    private PushBrowser() { }

    public PushBrowser(Guid person, string endpoint, string encrypted, DateTimeOffset at) =>
        (Id, PersonId, Target, CreatedAt) = (IdOf(endpoint), person, encrypted, at);

    /// <summary>Made of the address, so that a browser that comes again is the same.</summary>
    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    /// <summary>Encrypted.</summary>
    public string Target { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>A browser is whose it was last: several people may share one.</summary>
    public void Become(Guid person, string encrypted, DateTimeOffset at) => (PersonId, Target, CreatedAt) = (person, encrypted, at);

    public static Guid IdOf(string endpoint) => new(SHA256.HashData(Encoding.UTF8.GetBytes(endpoint)).AsSpan(0, 16));
}

/// <summary>推送密钥 of this city (VAPID, RFC 8292): by it push services know who sends.</summary>
public sealed class PushKey
{
    public const int Only = 1;

    private PushKey() { }

    public PushKey(byte[] point, string encrypted) => (Id, Point, Secret) = (Only, point, encrypted);

    public int Id { get; private set; }

    /// <summary>Public.</summary>
    public byte[] Point { get; private set; } = [];

    /// <summary>Encrypted.</summary>
    public string Secret { get; private set; } = "";
}
