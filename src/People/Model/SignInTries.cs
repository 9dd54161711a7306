using System.Security.Cryptography;
using System.Text;

namespace Suiying.People.Model;

/// <summary>
/// Wrong passwords and codes for one login. It is counted by what was typed and not by account, so that a login which nobody has behaves
/// as one that somebody has.
/// </summary>
public sealed class SignInTries
{
    public const int Most = 5;
    public static readonly TimeSpan FirstLock = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan LongestLock = TimeSpan.FromHours(24);
    public static readonly TimeSpan ForgottenAfter = TimeSpan.FromDays(2);

    private SignInTries() { }

    /// <summary>A hash of the login: what is typed there by mistake may be a password.</summary>
    public string Id { get; private set; } = "";

    public int Failures { get; private set; }

    /// <summary>Locks in a row; each is twice as long as the one before.</summary>
    public int Locks { get; private set; }

    public DateTimeOffset? LockedUntil { get; private set; }

    public DateTimeOffset LastAt { get; private set; }

    public static SignInTries Of(string login) => new() { Id = KeyOf(login) };

    public static string KeyOf(string login) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(login.Normalize(NormalizationForm.FormKC).ToUpperInvariant())));

    public bool IsLocked(DateTimeOffset at) => LockedUntil > at;

    /// <summary>Takes a try away before anything is compared; false while locked.</summary>
    public bool Take(DateTimeOffset at)
    {
        if (IsLocked(at))
            return false;
        if (at - LastAt > ForgottenAfter)
            (Failures, Locks) = (0, 0);
        (LastAt, LockedUntil, Failures) = (at, null, Failures + 1);
        if (Failures < Most)
            return true;
        var length = FirstLock * Math.Pow(2, Math.Min(Locks, 10));
        LockedUntil = at + (length < LongestLock ? length : LongestLock);
        (Failures, Locks) = (0, Locks + 1);
        return true;
    }
}
