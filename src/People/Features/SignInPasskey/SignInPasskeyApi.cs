using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Suiying.People.Features;

public static class SignInPasskeyApi
{
    public const string Address = "/signin/passkey-challenge";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(Address, Offer).AllowAnonymous().ExcludeFromDescription();

    // The form parameter makes the framework check the antiforgery token.
    private static async Task<ContentHttpResult> Offer([FromForm] string? returnUrl, SignInPasskey signIn) =>
        TypedResults.Content(await signIn.Offer(), "application/json");
}
