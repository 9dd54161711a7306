using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Design;
using Suiying.Scores.Model;

namespace Suiying.Scores.Features;

/// <summary>What was brought forward for an exclusion: photos and documents.</summary>
internal static class ReadExclusionApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet($"{ScoreAddress.Exclusions}/{{id:guid}}/files/{{file}}", Get)
            .RequireAuthorization(new AuthorizeAttribute { Roles = "UnitHandler,Reviewer,Supervisor,Leader" })
            .WithTags("scores")
            .WithSummary("剔除申请的证明材料");

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> Get(
        Guid id,
        string file,
        ReadExclusion read,
        ClaimsPrincipal user,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (!(await read.File(id, file, Actor.From(user), ct)).Ok(out var stream, out var refusal))
            return refusal.ToProblem();
        return await KeptFile.Evidence(http.Response, stream, ct);
    }
}
