using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class GrantTerminationApi
{
    public sealed record Body(string Told, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/termination/grant", Post).WithSummary("同意终止");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        GrantTermination grantTermination,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new GrantTermination.Command { Target = new Target(number, body.Version, body.Key), Told = body.Told };
        return (await grantTermination.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
