using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class OrderCoHandlerApi
{
    public sealed record Body(string Reason, string? Unit = null, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/co-handling/order", Post).WithSummary("裁定应当协办");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        OrderCoHandler orderCoHandler,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new OrderCoHandler.Command
        {
            Target = new Target(number, body.Version, body.Key),
            Reason = body.Reason,
            Unit = body.Unit,
        };
        return (await orderCoHandler.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
