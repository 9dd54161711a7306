using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class AnswerSupervisionApi
{
    public sealed record Body(string Answer, Guid? Which = null, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/supervision/answer", Post).WithSummary("回复督办");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        AnswerSupervision answerSupervision,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new AnswerSupervision.Command
        {
            Target = new Target(number, body.Version, body.Key),
            Answer = body.Answer,
            Which = body.Which,
        };
        return (await answerSupervision.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
