using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class AddFactsApi
{
    public sealed record Body(string Text, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/facts", Post).WithSummary("补充情况");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        AddFacts addFacts,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new AddFacts.Command { Target = new Target(number, body.Version, body.Key), Text = body.Text };
        return (await addFacts.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
