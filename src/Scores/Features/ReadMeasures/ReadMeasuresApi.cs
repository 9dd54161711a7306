using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Suiying.Design;
using Suiying.Scores.Model;

namespace Suiying.Scores.Features;

/// <summary>Measures and signs as a table.</summary>
internal static class ReadMeasuresApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet($"{MeasureAddress.Table}.{TableDownload.Ending}", Get)
            .RequireAuthorization(new AuthorizeAttribute { Roles = "Supervisor,Leader" })
            .WithTags("scores")
            .WithSummary("办理指标导出为表格");

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(
        string ending,
        string? month,
        string? kind,
        ReadMeasures read,
        IStringLocalizer<Texts> t,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        if (!ReadScores.Query.Of(month, kind).Ok(out var query, out var refusal))
            return refusal.ToProblem();
        if (!(await read.Run(query, Actor.From(user), ct)).Ok(out var view, out refusal))
            return refusal.ToProblem();
        return TableDownload.Of(
            ending,
            $"measures-{ScoreAddress.Of(view.Month)}-{view.Group}".ToLowerInvariant(),
            t["办理指标"],
            MeasureTable.Lines(view, t)
        );
    }
}
