using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class DeclineApplicationApi
{
    public sealed record Body(string Reason, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/application/refusal", Post).WithSummary("不同意申请");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        DeclineApplication declineApplication,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new DeclineApplication.Command { Target = new Target(number, body.Version, body.Key), Reason = body.Reason };
        return (await declineApplication.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
