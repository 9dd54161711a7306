using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class AskExtensionApi
{
    public sealed record Body(ExtensionReason Reason, DateTimeOffset Until, string Basis, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/extension", Post).WithSummary("申请延期");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        AskExtension askExtension,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new AskExtension.Command
        {
            Target = new Target(number, body.Version, body.Key),
            Reason = body.Reason,
            Until = body.Until,
            Basis = body.Basis,
        };
        return (await askExtension.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
