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

/// <summary>The four classes as a table.</summary>
internal static class ListClassesApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet($"{ScoreAddress.Classes}.{TableDownload.Ending}", Get)
            // Before the table of one unit, whose address is as long.
            .WithOrder(-1)
            .RequireAuthorization(new AuthorizeAttribute { Roles = "Supervisor,Leader" })
            .WithTags("scores")
            .WithSummary("四类排名导出为表格");

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(
        string ending,
        string? month,
        string? kind,
        ListClasses list,
        IStringLocalizer<Texts> t,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        if (!ReadScores.Query.Of(month, kind).Ok(out var asked, out var refusal))
            return refusal.ToProblem();
        var query = new ListClasses.Query { Month = asked.Month, Group = asked.Group };
        if (!(await list.Run(query, Actor.From(user), ct)).Ok(out var view, out refusal))
            return refusal.ToProblem();
        return TableDownload.Of(
            ending,
            $"score-classes-{ScoreAddress.Of(view.Month)}-{view.Group}".ToLowerInvariant(),
            t["四类排名"],
            ClassTable.Lines(view, t)
        );
    }
}
