using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class ReopenRequestApi
{
    public sealed record Body(string Facts, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/reopening", Post).WithSummary("重新办理");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        ReopenRequest reopenRequest,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new ReopenRequest.Command { Target = new Target(number, body.Version, body.Key), Facts = body.Facts };
        return (await reopenRequest.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
