using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class SignRequestApi
{
    public sealed record Body(int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/signature", Post).WithSummary("签收");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        SignRequest signRequest,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new SignRequest.Command { Target = new Target(number, body.Version, body.Key) };
        return (await signRequest.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
