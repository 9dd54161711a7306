using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Suiying.People.Model;

namespace Suiying.People.Features;

/// <summary>
/// Who has shown the password, or came from the city's identity provider, and not yet the second factor: a cookie of its own that opens nothing, for ten minutes and until the account
/// changes.
/// </summary>
public sealed class HalfSignIn(IHttpContextAccessor http, UserManager<StaffUser> users, TimeProvider time)
{
    public const string Scheme = "suiying-half";
    private const string Stamp = "stamp";
    private const string First = "first";
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    private HttpContext Http => http.HttpContext ?? throw new InvalidOperationException("One signs in by a request.");

    public Task Begin(StaffUser user, SignInWay first)
    {
        var identity = new ClaimsIdentity(Scheme);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, user.Id.ToString()));
        identity.AddClaim(new Claim(Stamp, user.SecurityStamp ?? ""));
        identity.AddClaim(new Claim(First, first.ToString()));
        var now = time.GetUtcNow();
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + Lasts };
        return Http.SignInAsync(Scheme, new ClaimsPrincipal(identity), properties);
    }

    /// <summary>Null where nobody is half signed in.</summary>
    public async Task<StaffUser?> Who()
    {
        var ticket = await Http.AuthenticateAsync(Scheme);
        var id = ticket.Principal?.FindFirst(ClaimTypes.NameIdentifier)?.Value;
        var user = id is null ? null : await users.FindByIdAsync(id);
        return user is { Active: true } && user.SecurityStamp == ticket.Principal!.FindFirst(Stamp)?.Value ? user : null;
    }

    /// <summary>The way of who has shown the first and then this.</summary>
    public async Task<SignInWay> With(SignInWay second)
    {
        var first = (await Http.AuthenticateAsync(Scheme)).Principal?.FindFirst(First)?.Value;
        return (first, second) switch
        {
            (nameof(SignInWay.CityLogin), SignInWay.PasswordAndCode) => SignInWay.CityLoginAndCode,
            (nameof(SignInWay.CityLogin), SignInWay.PasswordAndRecoveryCode) => SignInWay.CityLoginAndRecoveryCode,
            _ => second,
        };
    }

    public Task End() => Http.SignOutAsync(Scheme);
}
