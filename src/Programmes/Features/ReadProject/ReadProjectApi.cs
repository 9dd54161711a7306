using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Design;
using Suiying.Programmes.Model;

namespace Suiying.Programmes.Features;

/// <summary>What was brought forward for a milestone: photos and documents.</summary>
internal static class ReadProjectApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet($"{ProgrammeAddress.Desk}/{{id:guid}}/files/{{file}}", Get)
            .RequireAuthorization(new AuthorizeAttribute { Roles = ProgrammeAccess.ReaderRoles })
            .WithTags("projects")
            .WithSummary("项目节点的证明材料");

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> Get(
        Guid id,
        string file,
        ReadProject read,
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
