using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class ConfirmHandoverApi
{
    public sealed record Body(string? Reference = null, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) =>
        requests.MapPost("/{number}/handover/confirmation", Post).WithSummary("对方确认接收");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        ConfirmHandover confirmHandover,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new ConfirmHandover.Command { Target = new Target(number, body.Version, body.Key), Reference = body.Reference };
        return (await confirmHandover.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
