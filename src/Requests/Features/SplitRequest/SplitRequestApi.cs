using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class SplitRequestApi
{
    public sealed record Body(SplitPart Part, IReadOnlyList<string>? Photos = null, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/splits", Post).WithSummary("拆分");

    private static async Task<Results<Ok<SplitRequest.Result>, ProblemHttpResult>> Post(
        string number,
        Body body,
        SplitRequest splitRequest,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new SplitRequest.Command
        {
            Target = new Target(number, body.Version, body.Key),
            Part = body.Part,
            Photos = body.Photos ?? [],
        };
        return (await splitRequest.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
