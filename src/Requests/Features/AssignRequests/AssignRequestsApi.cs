using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class AssignRequestsApi
{
    public sealed record Body(IReadOnlyList<Target> Targets, Guid Colleague);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/handlers", Post).WithSummary("批量交给同事");

    private static async Task<Results<Ok<List<MatterLine>>, ProblemHttpResult>> Post(
        Body body,
        AssignRequests assignRequests,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new AssignRequests.Command { Targets = body.Targets ?? [], Colleague = body.Colleague };
        return (await assignRequests.Run(command, Actor.From(user), ct)).Ok(out var results, out var refusal)
            ? TypedResults.Ok(results.Select(MatterLine.Of).ToList())
            : refusal.ToProblem();
    }
}
