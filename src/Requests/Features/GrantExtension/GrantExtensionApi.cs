using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class GrantExtensionApi
{
    public sealed record Body(string? Remark = null, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/extension/grant", Post).WithSummary("同意延期");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        GrantExtension grantExtension,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new GrantExtension.Command { Target = new Target(number, body.Version, body.Key), Remark = body.Remark };
        return (await grantExtension.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
