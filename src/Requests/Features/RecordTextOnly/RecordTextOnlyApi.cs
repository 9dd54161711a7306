using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class RecordTextOnlyApi
{
    public sealed record Body(bool On, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/text-only", Post).WithSummary("只用文字联系");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        RecordTextOnly recordTextOnly,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new RecordTextOnly.Command { Target = new Target(number, body.Version, body.Key), On = body.On };
        return (await recordTextOnly.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
