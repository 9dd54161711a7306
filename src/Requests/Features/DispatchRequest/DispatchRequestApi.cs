using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class DispatchRequestApi
{
    public sealed record Body(string Unit, string? Remark = null, bool Ordered = false, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/dispatch", Post).WithSummary("派单");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        DispatchRequest dispatchRequest,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new DispatchRequest.Command
        {
            Target = new Target(number, body.Version, body.Key),
            Unit = body.Unit,
            Remark = body.Remark,
            Ordered = body.Ordered,
        };
        return (await dispatchRequest.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
