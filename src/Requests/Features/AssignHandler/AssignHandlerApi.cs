using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class AssignHandlerApi
{
    public sealed record Body(Guid Colleague, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/handler", Post).WithSummary("指定承办人");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        AssignHandler assignHandler,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new AssignHandler.Command { Target = new Target(number, body.Version, body.Key), Colleague = body.Colleague };
        return (await assignHandler.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
