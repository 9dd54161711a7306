using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class SuperviseRequestApi
{
    public sealed record Body(
        SupervisionLevel Level,
        SupervisionReason Reason,
        string Demand,
        DateTimeOffset? Due = null,
        int? Version = null,
        Guid? Key = null
    );

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/supervision", Post).WithSummary("发出督办");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        SuperviseRequest superviseRequest,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new SuperviseRequest.Command
        {
            Target = new Target(number, body.Version, body.Key),
            Level = body.Level,
            Reason = body.Reason,
            Demand = body.Demand,
            Due = body.Due,
        };
        return (await superviseRequest.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
