using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class JoinMatterApi
{
    public sealed record Body(string With, string? Title = null, string? Remark = null, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/matter", Post).WithSummary("并入同一事项");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        JoinMatter joinMatter,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new JoinMatter.Command
        {
            Target = new Target(number, body.Version, body.Key),
            With = body.With,
            Title = body.Title,
            Remark = body.Remark,
        };
        return (await joinMatter.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
