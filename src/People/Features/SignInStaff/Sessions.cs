using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Contracts.People;
using Suiying.Design;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>
/// One cookie for staff and residents: a browser is one person at a time, and no page can see two. Staff sessions slide over 8 hours,
/// residents' over 30 minutes.
/// </summary>
public sealed class Sessions(TimeProvider time)
{
    public static readonly TimeSpan OfStaff = TimeSpan.FromHours(8);
    public static readonly TimeSpan OfResidents = TimeSpan.FromMinutes(30);
    public static string Scheme => IdentityConstants.ApplicationScheme;

    public Task SignInResident(HttpContext http, PersonId person)
    {
        var identity = new ClaimsIdentity(Scheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, person.Value.ToString()));
        identity.AddClaim(new Claim(ClaimTypes.Name, "居民"));
        identity.AddClaim(new Claim(ClaimTypes.Role, nameof(Role.Resident)));
        var now = time.GetUtcNow();
        return http.SignInAsync(
            Scheme,
            new ClaimsPrincipal(identity),
            new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + OfResidents }
        );
    }

    public static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "suiying";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = OfStaff;
        cookie.SlidingExpiration = true;
        cookie.LoginPath = Addresses.SignIn;
        cookie.ReturnUrlParameter = "returnUrl";
        cookie.Events.OnValidatePrincipal = Validate;
        cookie.Events.OnRedirectToLogin = context =>
        {
            if (context.Request.Path.StartsWithSegments("/api"))
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            else if (context.Request.Path.StartsWithSegments("/my"))
                context.Response.Redirect(context.RedirectUri.Replace($"{Addresses.SignIn}?", "/my?", StringComparison.Ordinal));
            else
                context.Response.Redirect(context.RedirectUri);
            return Task.CompletedTask;
        };
        // The host shows its page for 403; a redirect would say 200 to a script.
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    /// <summary>The cookies between the steps of signing in open nothing.</summary>
    public static void ConfigureBetween(
        CookieAuthenticationOptions cookie,
        string name,
        TimeSpan lasts,
        SameSiteMode site = SameSiteMode.Strict
    )
    {
        cookie.Cookie.Name = name;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = site;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = lasts;
        cookie.SlidingExpiration = false;
    }

    private static async Task Validate(CookieValidatePrincipalContext context)
    {
        var actor = Actor.From(context.Principal!);
        if (!actor.Is(Role.Resident))
        {
            await ValidateStaff(context, actor);
            return;
        }
        // Who erased themselves is signed out everywhere.
        var db = context.HttpContext.RequestServices.GetRequiredService<PeopleDb>();
        if (!await db.Persons.AnyAsync(p => p.Id == actor.Id && p.ErasedAt == null, context.HttpContext.RequestAborted))
            context.RejectPrincipal();
    }

    private static async Task ValidateStaff(CookieValidatePrincipalContext context, Actor actor)
    {
        var http = context.HttpContext;
        var live = http.RequestServices.GetRequiredService<LiveSessions>();
        if (await live.IsAlive(StaffSessions.IdOf(context.Principal!), actor.Id, http.RequestAborted))
        {
            await SecurityStampValidator.ValidatePrincipalAsync(context);
            return;
        }
        context.RejectPrincipal();
        await http.SignOutAsync(Scheme);
    }
}
