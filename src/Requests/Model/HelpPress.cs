using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Suiying.Contracts.Requests;

namespace Suiying.Requests.Model;

/// <summary>What one showing of the form for help will become: pressed twice, it is still one request with one code.</summary>
public sealed record HelpPress(RequestId Id, string QueryCode)
{
    public static HelpPress New(DateTimeOffset at) => new(RequestId.New(at), Model.QueryCode.Make());
}

/// <summary>Carries a <see cref="HelpPress"/> through the form, so that no stranger can name another's.</summary>
public sealed class HelpPresses(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("Suiying.Requests.HelpPresses.v1");

    public string Seal(HelpPress press) => protector.Protect(JsonSerializer.Serialize(press));

    public HelpPress? Open(string? text)
    {
        if (text is null or { Length: > 2000 })
            return null;
        try
        {
            return JsonSerializer.Deserialize<HelpPress>(protector.Unprotect(text));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
