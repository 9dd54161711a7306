using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class ReturnRequestApi
{
    public sealed record Body(ReturnReason Reason, string Basis, string ProposedUnit, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/return", Post).WithSummary("申请退单");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        ReturnRequest returnRequest,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new ReturnRequest.Command
        {
            Target = new Target(number, body.Version, body.Key),
            Reason = body.Reason,
            Basis = body.Basis,
            ProposedUnit = body.ProposedUnit,
        };
        return (await returnRequest.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
