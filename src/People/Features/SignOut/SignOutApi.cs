using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Suiying.Design;
using Suiying.People.Model;

namespace Suiying.People.Features;

public static class SignOutApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost(Addresses.SignOut, Leave).AllowAnonymous().ExcludeFromDescription();

    // The form parameter makes the framework check the antiforgery token.
    private static async Task<Results<RedirectHttpResult, ProblemHttpResult>> Leave(
        [FromForm] string? returnUrl,
        SignOut signOut,
        HttpContext http,
        CancellationToken ct
    )
    {
        var outcome = await signOut.Run(Actor.From(http.User), ct);
        return outcome.Ok(out _, out var refusal)
            ? TypedResults.LocalRedirect(LocalUrl.OrElse(returnUrl, Addresses.Home))
            : refusal.ToProblem();
    }
}
