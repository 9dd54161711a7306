using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class AwaitMaterialApi
{
    public sealed record Body(string Missing, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/material", Post).WithSummary("等待补充材料");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        AwaitMaterial awaitMaterial,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new AwaitMaterial.Command { Target = new Target(number, body.Version, body.Key), Missing = body.Missing };
        return (await awaitMaterial.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
