using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class SendBackReportApi
{
    public sealed record Body(string Reason, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/sub-dispatch/redo", Post).WithSummary("退回下级重办");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        SendBackReport sendBackReport,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new SendBackReport.Command { Target = new Target(number, body.Version, body.Key), Reason = body.Reason };
        return (await sendBackReport.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
