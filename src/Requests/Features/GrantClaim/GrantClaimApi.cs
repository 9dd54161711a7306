using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class GrantClaimApi
{
    public sealed record Body(string Answer, string? Title = null, string? Place = null, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/rights/grant", Post).WithSummary("办理权利请求");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        GrantClaim grantClaim,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new GrantClaim.Command
        {
            Target = new Target(number, body.Version, body.Key),
            Answer = body.Answer,
            Correction = new RecordCorrection(body.Title, body.Place),
        };
        return (await grantClaim.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
