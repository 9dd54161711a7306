using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Suiying.People.Model;

namespace Suiying.People.Features;

public static class SignOutApi
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/signout", SignOut).AllowAnonymous().ExcludeFromDescription();

    // The form parameter makes the framework check the antiforgery token.
    private static async Task<RedirectHttpResult> SignOut([FromForm] string? returnUrl, HttpContext http)
    {
        await http.SignOutAsync(Sessions.Scheme);
        return TypedResults.LocalRedirect(LocalUrl.OrElse(returnUrl, "/"));
    }
}
