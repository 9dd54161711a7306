using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class ReferDecisionApi
{
    public sealed record Body(CallbackAnswers Answers, string? Remark = null, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/callback/referral", Post).WithSummary("提请督办决定");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        ReferDecision referDecision,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new ReferDecision.Command
        {
            Target = new Target(number, body.Version, body.Key),
            Answers = body.Answers,
            Remark = body.Remark,
        };
        return (await referDecision.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
