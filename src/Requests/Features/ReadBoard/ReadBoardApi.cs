using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Contracts.Registry;
using Suiying.Design;
using Suiying.Requests.Model;

namespace Suiying.Requests.Features;

internal static class ReadBoardApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet($"/board.{TableDownload.Ending}", Get)
            .WithTags("requests")
            .WithSummary("看板导出为表格")
            .RequireAuthorization(policy => policy.RequireRole(nameof(Role.Supervisor), nameof(Role.Leader), nameof(Role.UnitHandler)));

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(
        string ending,
        ReadBoard readBoard,
        ICityRegistry registry,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        if (!(await readBoard.Run(new ReadBoard.Query(), Actor.From(user), ct)).Ok(out var board, out var refusal))
            return refusal.ToProblem();
        var city = registry.Current;
        var name = city.Local(board.Times.Now).ToString("yyyyMMdd-HHmm", CultureInfo.InvariantCulture);
        return TableDownload.Of(ending, $"board-{name}", Translations.Of("看板"), BoardCsv.Lines(board, city));
    }
}
