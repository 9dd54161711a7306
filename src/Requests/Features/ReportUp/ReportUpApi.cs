using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class ReportUpApi
{
    public sealed record Body(string Result, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/sub-dispatch/report", Post).WithSummary("上报结果");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        ReportUp reportUp,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new ReportUp.Command { Target = new Target(number, body.Version, body.Key), Result = body.Result };
        return (await reportUp.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
