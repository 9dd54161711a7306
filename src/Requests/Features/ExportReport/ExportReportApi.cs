using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Design.Documents;

namespace Suiying.Requests.Features;

internal static class ExportReportApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet($"/reports/{{id:guid}}.{DocumentFile.Ending}", Get)
            .WithTags("requests")
            .WithSummary("日报或专报的文件：PDF、Word、Excel")
            .RequireAuthorization(policy => policy.RequireRole(nameof(Role.Supervisor), nameof(Role.Leader)));

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(
        Guid id,
        string ending,
        ExportReport export,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var query = new ExportReport.Query { Id = id, Ending = ending };
        if (!(await export.Run(query, Actor.From(user), ct)).Ok(out var file, out var refusal))
            return refusal.ToProblem();
        return TypedResults.File(file.Bytes, file.ContentType, file.Name);
    }
}
