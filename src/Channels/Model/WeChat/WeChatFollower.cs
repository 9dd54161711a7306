using System.Security.Cryptography;
using System.Text;

namespace Suiying.Channels.Model.WeChat;

/// <summary>微信用户 who wrote to the city's account. Their OpenID is encrypted; the id is a print of it, so that who comes again is the same.</summary>
public sealed class WeChatFollower
{
    /// <summary>So long after somebody wrote the platform lets an account write to them.</summary>
    public static readonly TimeSpan Reachable = TimeSpan.FromHours(48);

    /// <summary>So many wrong binding codes in an hour.</summary>
    public const int MostTries = 5;

    private WeChatFollower() { }

    public WeChatFollower(string openId, string encrypted, Guid person, DateTimeOffset at) =>
        (Id, Target, PersonId, HeardAt) = (IdOf(openId), encrypted, person, at);

    public Guid Id { get; private set; }

    /// <summary>The sealed person: one of their own until they bind the account to the phone by which they are known elsewhere.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>Encrypted OpenID.</summary>
    public string Target { get; private set; } = "";

    /// <summary>When they wrote last.</summary>
    public DateTimeOffset HeardAt { get; private set; }

    /// <summary>When they bound it to a phone; null while they have not.</summary>
    public DateTimeOffset? BoundAt { get; private set; }

    public int Tries { get; private set; }

    public DateTimeOffset? TriedAt { get; private set; }

    /// <summary>What agents see of who wrote: enough to tell two of them apart.</summary>
    public string Shown => $"微信··{Id.ToString("N")[..4]}";

    public void Heard(DateTimeOffset at) => HeardAt = at;

    public void Become(Guid person, DateTimeOffset? boundAt) => (PersonId, BoundAt, Tries) = (person, boundAt, 0);

    /// <summary>False where too many codes were wrong: then even a right one is not looked at.</summary>
    public bool MayTry(DateTimeOffset now)
    {
        if (TriedAt is not { } tried || now - tried > TimeSpan.FromHours(1))
            (Tries, TriedAt) = (0, now);
        return ++Tries <= MostTries;
    }

    public static Guid IdOf(string openId) => new(SHA256.HashData(Encoding.UTF8.GetBytes(openId)).AsSpan(0, 16));
}

/// <summary>绑定码 that a signed-in person sends to the account from their WeChat. One of a person at a time.</summary>
public sealed class WeChatCode
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    private WeChatCode() { }

    public WeChatCode(Guid person) => PersonId = person;

    public Guid PersonId { get; private set; }

    /// <summary>Eight digits.</summary>
    public string Digits { get; private set; } = "";

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>The account that was bound by it; null while none was.</summary>
    public Guid? TakenBy { get; private set; }

    public void Renew(DateTimeOffset now) =>
        (Digits, ExpiresAt, TakenBy) = (RandomNumberGenerator.GetString("0123456789", 8), now + Lasts, null);

    /// <summary>False where another account has it. The same one may send it again: the platform repeats what it got no answer to in time.</summary>
    public bool Take(WeChatFollower follower) => (TakenBy ??= follower.Id) == follower.Id;
}
