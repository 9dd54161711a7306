using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class AcceptCoHandlingApi
{
    public sealed record Body(CoRating Rating, string? Unit = null, string? Remark = null, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) =>
        requests.MapPost("/{number}/co-handling/acceptance", Post).WithSummary("核对协办结果");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        AcceptCoHandling acceptCoHandling,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new AcceptCoHandling.Command
        {
            Target = new Target(number, body.Version, body.Key),
            Rating = body.Rating,
            Unit = body.Unit,
            Remark = body.Remark,
        };
        return (await acceptCoHandling.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
