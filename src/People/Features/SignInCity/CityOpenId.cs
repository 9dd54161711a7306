using System.Net.Sockets;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>How the framework's client speaks with the city's provider: code with PKCE, and nothing is kept but who it was.</summary>
internal static class CityOpenId
{
    public const string Scheme = CityProvider.Scheme;

    /// <summary>The cookie that carries the provider's word to the page that decides on it, within one redirect.</summary>
    public const string Between = "suiying-city-answer";

    public const string Page = "/signin/city";
    public const string SignedOut = "/signout/city";
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(2);

    private const string Target = "target";
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    public static void Configure(OpenIdConnectOptions options, CityLogin login, TimeProvider time)
    {
        options.SignInScheme = Between;
        options.Authority = login.Authority!.ToString();
        options.RequireHttpsMetadata = login.Authority.Scheme == Uri.UriSchemeHttps;
        (options.ClientId, options.ClientSecret) = (login.Client, login.Secret);
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.BackchannelTimeout = TimeSpan.FromSeconds(8);
        options.DisableTelemetry = true;
        options.CallbackPath = "/signin/city/answer";
        options.SignedOutCallbackPath = "/signout/city/done";
        options.RemoteSignOutPath = default;
        options.Scope.Clear();
        foreach (var scope in new[] { "openid", "profile", login.Match == "email" ? "email" : null }.OfType<string>())
            options.Scope.Add(scope);
        // Some providers say the sign-in name only there.
        options.GetClaimsFromUserInfoEndpoint = true;
        options.MapInboundClaims = false;
        options.ClaimActions.Clear();
        foreach (var claim in new[] { "name", "email_verified", login.Match }.OfType<string>().Distinct())
            options.ClaimActions.MapUniqueJsonKey(claim, claim);
        options.TokenValidationParameters.ClockSkew = Skew;
        options.TokenValidationParameters.LifetimeValidator = (notBefore, expires, _, _) =>
            time.GetUtcNow().UtcDateTime is var now && expires + Skew > now && (notBefore is null || notBefore - Skew <= now);
        // The answer comes back as a link that is followed, so these need not, as the framework's own do, go along with a foreign form.
        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
            (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
        options.Events.OnTicketReceived = KeepLittle;
        options.Events.OnRemoteFailure = SayWhy;
        options.Events.OnRedirectToIdentityProviderForSignOut = context =>
        {
            context.ProtocolMessage.ClientId = login.Client;
            return Task.CompletedTask;
        };
    }

    /// <summary>Leads to the provider, and from there back to <see cref="Page"/>.</summary>
    public static AuthenticationProperties Onward(string target) =>
        new() { RedirectUri = $"{Page}?returnUrl={Uri.EscapeDataString(target)}", Items = { [Target] = target } };

    /// <summary>What the provider said of this browser's person; taken once.</summary>
    public static async Task<CityAnswer?> Take(HttpContext http)
    {
        var answer = await http.AuthenticateAsync(Between);
        await http.SignOutAsync(Between);
        return CityAnswer.From(answer.Principal, http.RequestServices.GetRequiredService<CityLogin>());
    }

    /// <summary>The sign-in page, saying what became of it.</summary>
    public static string Back(CityProblem problem, string? target) =>
        $"{Design.Addresses.SignIn}?city={problem}&returnUrl={Uri.EscapeDataString(target ?? "/me")}";

    private static Task KeepLittle(TicketReceivedContext context)
    {
        var kept = context.HttpContext.RequestServices.GetRequiredService<CityLogin>().Claims.ToHashSet(StringComparer.Ordinal);
        context.Principal = new ClaimsPrincipal(new ClaimsIdentity(context.Principal!.Claims.Where(c => kept.Contains(c.Type)), Between));
        return Task.CompletedTask;
    }

    // The framework has written the reason to the log, without the token.
    private static Task SayWhy(RemoteFailureContext context)
    {
        SignInMeasures.Failed(SignInMeasures.City);
        var problem = IsSilence(context.Failure) ? CityProblem.Down : CityProblem.Refused;
        context.Response.Redirect(Back(problem, context.Properties?.Items.TryGetValue(Target, out var target) == true ? target : null));
        context.HandleResponse();
        return Task.CompletedTask;
    }

    private static bool IsSilence(Exception? failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is HttpRequestException or SocketException or IOException or TaskCanceledException)
                return true;
        }
        return false;
    }
}

/// <summary>Why somebody comes back from the provider without an answer.</summary>
internal enum CityProblem
{
    Down,
    Refused,
}
