using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class AskTerminationApi
{
    public sealed record Body(TerminationReason Reason, string Basis, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/termination", Post).WithSummary("申请终止");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        AskTermination askTermination,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new AskTermination.Command
        {
            Target = new Target(number, body.Version, body.Key),
            Reason = body.Reason,
            Basis = body.Basis,
        };
        return (await askTermination.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
