using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class ReportInterimApi
{
    public sealed record Body(string Report, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/co-handling/interim", Post).WithSummary("报阶段情况");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        ReportInterim reportInterim,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new ReportInterim.Command { Target = new Target(number, body.Version, body.Key), Report = body.Report };
        return (await reportInterim.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
