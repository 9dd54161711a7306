using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class DesignateUnitApi
{
    public sealed record Body(string Unit, string Decision, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/designation", Post).WithSummary("联席会议指定");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        DesignateUnit designateUnit,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new DesignateUnit.Command
        {
            Target = new Target(number, body.Version, body.Key),
            Unit = body.Unit,
            Decision = body.Decision,
        };
        return (await designateUnit.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
