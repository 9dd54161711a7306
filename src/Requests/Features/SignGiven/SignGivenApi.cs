using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class SignGivenApi
{
    public sealed record Body(int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) =>
        requests.MapPost("/{number}/sub-dispatch/signature", Post).WithSummary("下级签收");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        SignGiven signGiven,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new SignGiven.Command { Target = new Target(number, body.Version, body.Key) };
        return (await signGiven.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
