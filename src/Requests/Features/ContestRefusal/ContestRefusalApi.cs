using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class ContestRefusalApi
{
    public sealed record Body(string Text, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) =>
        requests.MapPost("/{number}/refusal/contest", Post).WithSummary("对不予受理提出异议");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        ContestRefusal contestRefusal,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new ContestRefusal.Command { Target = new Target(number, body.Version, body.Key), Text = body.Text };
        return (await contestRefusal.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
