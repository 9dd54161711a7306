using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class RefuseRequestApi
{
    public sealed record Body(RefusalReason Reason, string LegalChannel, string? Earlier = null, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/refusal", Post).WithSummary("不予受理");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        RefuseRequest refuseRequest,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new RefuseRequest.Command
        {
            Target = new Target(number, body.Version, body.Key),
            Reason = body.Reason,
            LegalChannel = body.LegalChannel,
            Earlier = body.Earlier,
        };
        return (await refuseRequest.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
