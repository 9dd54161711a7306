using System.Security.Cryptography;
using System.Text;

namespace Suiying.People.Model;

/// <summary>Ten codes on paper for the day when the telephone is lost; each is used once.</summary>
internal static class RecoveryCodes
{
    private const int Count = 10;

    // Without 0 O 1 l I, which are misread from paper.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    public static IReadOnlyList<string> New() =>
        [
            .. Enumerable
                .Range(0, Count)
                .Select(_ => $"{RandomNumberGenerator.GetString(Letters, 5)}-{RandomNumberGenerator.GetString(Letters, 5)}"),
        ];

    public static string Write(IEnumerable<string> codes) => string.Join(';', codes.Select(Hash));

    /// <summary>The hashes that are left after this code was used; null where it is none of them.</summary>
    public static string? Without(string hashes, string? typed)
    {
        if (typed is null or { Length: > 40 })
            return null;
        var all = hashes.Split(';', StringSplitOptions.RemoveEmptyEntries);
        var hash = Hash(typed);
        return all.Contains(hash) ? string.Join(';', all.Where(h => h != hash)) : null;
    }

    private static string Hash(string code)
    {
        var plain = code.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(char.IsAsciiLetterOrDigit);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(plain))));
    }
}
