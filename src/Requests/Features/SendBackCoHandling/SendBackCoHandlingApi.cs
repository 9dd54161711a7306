using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class SendBackCoHandlingApi
{
    public sealed record Body(string Reason, string? Unit = null, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/co-handling/redo", Post).WithSummary("退回协办重办");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        SendBackCoHandling sendBackCoHandling,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new SendBackCoHandling.Command
        {
            Target = new Target(number, body.Version, body.Key),
            Reason = body.Reason,
            Unit = body.Unit,
        };
        return (await sendBackCoHandling.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
