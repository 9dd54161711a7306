using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;

namespace Suiying.People.Model;

/// <summary>What is demanded of a passkey. <c>SUIYING_PASSKEY_DOMAIN</c> fixes the domain; left out it is that of the address asked.</summary>
internal static class PasskeyRules
{
    /// <summary>The cookie in which the framework keeps a challenge between its two requests.</summary>
    public static readonly string Scheme = IdentityConstants.TwoFactorUserIdScheme;

    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    public static void Configure(IdentityPasskeyOptions options, IConfiguration configuration)
    {
        options.ServerDomain = configuration["SUIYING_PASSKEY_DOMAIN"] is { Length: > 0 } domain ? domain : null;
        options.AuthenticatorTimeout = Lasts;
        // Both factors at once, and found without a login name.
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
    }
}
