using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class EscalateSupervisionApi
{
    public sealed record Body(string Demand, DateTimeOffset? Due = null, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) =>
        requests.MapPost("/{number}/supervision/escalation", Post).WithSummary("升级督办");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        EscalateSupervision escalateSupervision,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new EscalateSupervision.Command
        {
            Target = new Target(number, body.Version, body.Key),
            Demand = body.Demand,
            Due = body.Due,
        };
        return (await escalateSupervision.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
