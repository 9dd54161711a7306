using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class SignCoHandlingApi
{
    public sealed record Body(int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/co-handling/signature", Post).WithSummary("协办签收");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        SignCoHandling signCoHandling,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new SignCoHandling.Command { Target = new Target(number, body.Version, body.Key) };
        return (await signCoHandling.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
