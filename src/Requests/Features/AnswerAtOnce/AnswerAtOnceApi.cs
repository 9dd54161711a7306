using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class AnswerAtOnceApi
{
    public sealed record Body(string Answer, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/answer", Post).WithSummary("直接答复");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        AnswerAtOnce answerAtOnce,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new AnswerAtOnce.Command { Target = new Target(number, body.Version, body.Key), Answer = body.Answer };
        return (await answerAtOnce.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
