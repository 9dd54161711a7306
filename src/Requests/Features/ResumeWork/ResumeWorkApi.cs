using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class ResumeWorkApi
{
    public sealed record Body(string? Remark = null, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/material/resumption", Post).WithSummary("恢复办理");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        ResumeWork resumeWork,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new ResumeWork.Command { Target = new Target(number, body.Version, body.Key), Remark = body.Remark };
        return (await resumeWork.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
