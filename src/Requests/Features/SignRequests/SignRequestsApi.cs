using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class SignRequestsApi
{
    public sealed record Body(IReadOnlyList<Target> Targets);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/signatures", Post).WithSummary("批量签收");

    private static async Task<Results<Ok<List<MatterLine>>, ProblemHttpResult>> Post(
        Body body,
        SignRequests signRequests,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new SignRequests.Command { Targets = body.Targets ?? [] };
        return (await signRequests.Run(command, Actor.From(user), ct)).Ok(out var results, out var refusal)
            ? TypedResults.Ok(results.Select(MatterLine.Of).ToList())
            : refusal.ToProblem();
    }
}
