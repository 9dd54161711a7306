using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class ReportCoHandlingApi
{
    public sealed record Body(string Result, bool? Fair = null, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) =>
        requests.MapPost("/{number}/co-handling/report", Post).WithSummary("反馈协办结果");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        ReportCoHandling reportCoHandling,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new ReportCoHandling.Command
        {
            Target = new Target(number, body.Version, body.Key),
            Result = body.Result,
            Fair = body.Fair,
        };
        return (await reportCoHandling.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
