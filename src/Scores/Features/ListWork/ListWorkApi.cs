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

/// <summary>What stands behind the measures of one unit as a table.</summary>
internal static class ListWorkApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet($"{MeasureAddress.Rows}/{{unit}}.{TableDownload.Ending}", Get)
            .RequireAuthorization(new AuthorizeAttribute { Roles = "Supervisor,Leader,UnitHandler" })
            .WithTags("scores")
            .WithSummary("一个单位的指标明细导出为表格");

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(
        string unit,
        string ending,
        string? month,
        ListWork list,
        IStringLocalizer<Texts> t,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        if (ScoreAddress.MonthIn(month) is not { } asked)
            return ScoreAddress.Problem(month)!.ToProblem();
        if (!(await list.Run(new ListWork.Query(asked, unit), Actor.From(user), ct)).Ok(out var view, out var refusal))
            return refusal.ToProblem();
        var name = $"work-{unit}-{ScoreAddress.Of(asked)}".ToLowerInvariant();
        return TableDownload.Of(ending, name, t["指标明细"], MeasureTable.Lines(view, t));
    }
}
