using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Suiying.People.Features;

public static class AddPasskeyApi
{
    public const string Address = "/me/passkey-challenge";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(Address, Offer).RequireAuthorization().ExcludeFromDescription();

    // The form parameter makes the framework check the antiforgery token.
    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> Offer(
        [FromForm] string? password,
        AddPasskey add,
        HttpContext http,
        CancellationToken ct
    )
    {
        var outcome = await add.Offer(password, Actor.From(http.User), ct);
        return outcome.Ok(out var challenge, out var refusal) ? TypedResults.Content(challenge, "application/json") : refusal.ToProblem();
    }
}
