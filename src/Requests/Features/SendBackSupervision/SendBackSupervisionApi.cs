using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class SendBackSupervisionApi
{
    public sealed record Body(string Reason, Guid? Which = null, DateTimeOffset? Due = null, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/supervision/redo", Post).WithSummary("退回重报");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        SendBackSupervision sendBackSupervision,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new SendBackSupervision.Command
        {
            Target = new Target(number, body.Version, body.Key),
            Reason = body.Reason,
            Which = body.Which,
            Due = body.Due,
        };
        return (await sendBackSupervision.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
