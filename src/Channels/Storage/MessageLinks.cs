using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Suiying.Contracts.Channels;
using Suiying.Contracts.People;

namespace Suiying.Channels.Storage;

/// <summary>Links that stand for a person in one question: whose they are is encrypted in them, and nobody else can make one.</summary>
public sealed class MessageLinks(IDataProtectionProvider protection, SiteAddress site, TimeProvider time)
{
    private static readonly TimeSpan ConfirmLasts = TimeSpan.FromHours(24);

    private readonly IDataProtector stops = protection.CreateProtector("Suiying.Channels.Stop.v1");
    private readonly IDataProtector confirms = protection.CreateProtector("Suiying.Channels.Confirm.v1");

    /// <summary>Without an address of the site nothing that needs links is sent.</summary>
    public bool Known => site.IsKnown;

    public string Stop(PersonId person, MessageChannel channel) => stops.Protect($"{person.Value:N}|{channel}");

    public string StopPage(string token) => site.Of($"/messages/stop?t={token}") ?? "";

    public string StopAtOnce(string token) => site.Of($"/messages/stop/now?t={token}") ?? "";

    /// <summary>Null where nobody here made it.</summary>
    public (PersonId Person, MessageChannel Channel)? ReadStop(string? token) =>
        Read(stops, token) is [var person, var channel]
        && Guid.TryParse(person, out var id)
        && Enum.TryParse<MessageChannel>(channel, out var which)
            ? (new PersonId(id), which)
            : null;

    public string ConfirmPage(PersonId person, string email)
    {
        var until = (time.GetUtcNow() + ConfirmLasts).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return site.Of($"/messages/confirm?t={confirms.Protect($"{person.Value:N}|{Print(email)}|{until}")}") ?? "";
    }

    /// <summary>The person and the print of the address; null where nobody here made it or its time is over.</summary>
    public (PersonId Person, string Print)? ReadConfirm(string? token) =>
        Read(confirms, token) is [var person, var print, var until]
        && Guid.TryParse(person, out var id)
        && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && time.GetUtcNow().ToUnixTimeSeconds() <= seconds
            ? (new PersonId(id), print)
            : null;

    /// <summary>Tells one address from another without saying it.</summary>
    public static string Print(string email) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(email)));

    private static string[] Read(IDataProtector protector, string? token)
    {
        try
        {
            return token is { Length: > 0 and < 2000 } ? protector.Unprotect(token).Split('|') : [];
        }
        catch (Exception problem) when (problem is CryptographicException or FormatException)
        {
            return [];
        }
    }
}
