using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class RefuseClaimApi
{
    public sealed record Body(ClaimRefusal Ground, string Answer, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) =>
        requests.MapPost("/{number}/rights/refusal", Post).WithSummary("不予办理权利请求");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        RefuseClaim refuseClaim,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new RefuseClaim.Command
        {
            Target = new Target(number, body.Version, body.Key),
            Ground = body.Ground,
            Answer = body.Answer,
        };
        return (await refuseClaim.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
