using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class AskCoHandlerApi
{
    public sealed record Body(
        string Unit,
        string Remark,
        CoKind Kind = CoKind.CoHandle,
        DateTimeOffset? Due = null,
        int? Version = null,
        Guid? Key = null
    );

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/co-handling", Post).WithSummary("请求协办");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        AskCoHandler askCoHandler,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new AskCoHandler.Command
        {
            Target = new Target(number, body.Version, body.Key),
            Unit = body.Unit,
            Remark = body.Remark,
            Kind = body.Kind,
            Due = body.Due,
        };
        return (await askCoHandler.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
