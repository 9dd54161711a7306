using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Suiying.Requests.Model;

/// <summary>Addresses of photos that open for an hour, for residents who have no account. The name of a file alone opens nothing.</summary>
public sealed class PhotoLinks(IDataProtectionProvider protection, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private readonly IDataProtector protector = protection.CreateProtector("Suiying.Requests.PhotoLinks.v1");

    public string For(string file)
    {
        var until = (time.GetUtcNow() + Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"/photos/{file}?t={protector.Protect($"{until}:{file}")}";
    }

    public bool Opens(string file, string? token)
    {
        if (token is null or { Length: > 600 })
            return false;
        try
        {
            var parts = protector.Unprotect(token).Split(':');
            return parts.Length == 2
                && parts[1] == file
                && long.TryParse(parts[0], CultureInfo.InvariantCulture, out var until)
                && time.GetUtcNow().ToUnixTimeSeconds() <= until;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
