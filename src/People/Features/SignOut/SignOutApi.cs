using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Design;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

public static class SignOutApi
{
    /// <summary>Leads to the way out of the city's identity provider.</summary>
    public const string Onward = "/signout/city/leave";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Addresses.SignOut, Leave).AllowAnonymous().ExcludeFromDescription();
        if (routes.ServiceProvider.GetRequiredService<CityLogin>().On)
            routes.MapGet(Onward, LeaveCity).AllowAnonymous().ExcludeFromDescription();
    }

    // The form parameter makes the framework check the antiforgery token.
    private static async Task<Results<RedirectHttpResult, ProblemHttpResult>> Leave(
        [FromForm] string? returnUrl,
        SignOut signOut,
        HttpContext http,
        CancellationToken ct
    )
    {
        var outcome = await signOut.Run(Actor.From(http.User), ct);
        if (!outcome.Ok(out var left, out var refusal))
            return refusal.ToProblem();
        // A page between: a form that ends at another site is stopped by our own policy of content.
        return TypedResults.LocalRedirect(left.ByCity ? CityOpenId.SignedOut : LocalUrl.OrElse(returnUrl, Addresses.Home));
    }

    private static async Task<Results<EmptyHttpResult, RedirectHttpResult>> LeaveCity(CityProvider provider, HttpContext http)
    {
        if (await provider.Find(http.RequestAborted) is not { EndSessionEndpoint.Length: > 0 })
            return TypedResults.LocalRedirect(CityOpenId.SignedOut);
        await http.SignOutAsync(CityOpenId.Scheme, new AuthenticationProperties { RedirectUri = Addresses.Home });
        return TypedResults.Empty;
    }
}
