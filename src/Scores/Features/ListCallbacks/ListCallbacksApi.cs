using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Suiying.Contracts.Registry;
using Suiying.Design;
using Suiying.Scores.Model;

namespace Suiying.Scores.Features;

/// <summary>The requests behind one unit's score as a table.</summary>
internal static class ListCallbacksApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet($"{ScoreAddress.Board}/{{unit}}.{TableDownload.Ending}", Get)
            .RequireAuthorization(new AuthorizeAttribute { Roles = "Supervisor,Leader,UnitHandler" })
            .WithTags("scores")
            .WithSummary("一个单位的得分明细导出为表格");

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(
        string unit,
        string ending,
        string? month,
        ListCallbacks list,
        ICityRegistry registry,
        IStringLocalizer<Texts> t,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        if (ScoreAddress.MonthIn(month) is not { } asked)
            return ScoreAddress.Problem(month)!.ToProblem();
        if (
            !(await list.Run(new ListCallbacks.Query { Month = asked, Unit = unit }, Actor.From(user), ct)).Ok(
                out var view,
                out var refusal
            )
        )
            return refusal.ToProblem();
        var name = $"score-{unit}-{ScoreAddress.Of(asked)}".ToLowerInvariant();
        return TableDownload.Of(ending, name, t["得分明细"], CallbackTable.Lines(view, registry.Current, t));
    }
}
