using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class AcceptReturnApi
{
    public sealed record Body(string? Reason = null, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/return/acceptance", Post).WithSummary("同意退单");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        AcceptReturn acceptReturn,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new AcceptReturn.Command { Target = new Target(number, body.Version, body.Key), Reason = body.Reason };
        return (await acceptReturn.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
