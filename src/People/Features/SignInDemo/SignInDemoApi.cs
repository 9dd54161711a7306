using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Suiying.People.Model;

namespace Suiying.People.Features;

public static class SignInDemoApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<IHostEnvironment>().IsDevelopment())
            routes.MapPost("/signin/demo", SignIn).AllowAnonymous().ExcludeFromDescription();
    }

    // Parameters from a form make the framework check the antiforgery token.
    private static async Task<Results<RedirectHttpResult, ProblemHttpResult>> SignIn(
        [FromForm] string login,
        [FromForm] string? returnUrl,
        SignInDemo signIn,
        HttpContext http,
        CancellationToken ct
    )
    {
        var outcome = await signIn.Run(login, Actor.From(http.User), ct);
        return outcome.Ok(out _, out var refusal) ? TypedResults.LocalRedirect(LocalUrl.OrElse(returnUrl, "/me")) : refusal.ToProblem();
    }
}
