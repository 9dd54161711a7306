using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class ReclassifyRequestApi
{
    public sealed record Body(Reclassification To, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) =>
        requests.MapPost("/{number}/classification", Post).WithSummary("更正类别、地点、紧急程度");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        ReclassifyRequest reclassifyRequest,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new ReclassifyRequest.Command { Target = new Target(number, body.Version, body.Key), To = body.To };
        return (await reclassifyRequest.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
