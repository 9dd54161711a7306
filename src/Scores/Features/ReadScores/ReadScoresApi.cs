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

/// <summary>Scores as a table.</summary>
internal static class ReadScoresApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet($"{ScoreAddress.Board}.{TableDownload.Ending}", Get)
            .RequireAuthorization(new AuthorizeAttribute { Roles = "Supervisor,Leader" })
            .WithTags("scores")
            .WithSummary("三率导出为表格");

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(
        string ending,
        string? month,
        string? kind,
        ReadScores read,
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
            $"scores-{ScoreAddress.Of(view.Month)}-{view.Group}".ToLowerInvariant(),
            t["三率"],
            ScoreTable.Lines(view.Rows, t)
        );
    }
}
