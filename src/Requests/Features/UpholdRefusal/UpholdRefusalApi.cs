using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class UpholdRefusalApi
{
    public sealed record Body(string Reason, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) =>
        requests.MapPost("/{number}/refusal/upholding", Post).WithSummary("复核维持不予受理");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        UpholdRefusal upholdRefusal,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new UpholdRefusal.Command { Target = new Target(number, body.Version, body.Key), Reason = body.Reason };
        return (await upholdRefusal.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
