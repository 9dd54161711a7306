using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class AcceptReportApi
{
    public sealed record Body(int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) =>
        requests.MapPost("/{number}/sub-dispatch/acceptance", Post).WithSummary("核对通过");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        AcceptReport acceptReport,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new AcceptReport.Command { Target = new Target(number, body.Version, body.Key) };
        return (await acceptReport.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
