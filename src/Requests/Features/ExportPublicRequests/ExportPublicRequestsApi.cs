using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Suiying.Requests.Features;

internal static class ExportPublicRequestsApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/public.csv", Get).AllowAnonymous().WithTags("requests").WithSummary("公开列表的表格文件");

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(
        string? county,
        string? category,
        string? state,
        ExportPublicRequests export,
        CancellationToken ct
    )
    {
        if (!(await export.Run(PublicFilter.Read(county, category, state, null), ct)).Ok(out var table, out var refusal))
            return refusal.ToProblem();
        var name = Translations.Of(table.Synthetic ? "公开办理-演示数据.csv" : "公开办理.csv");
        return TypedResults.File(table.Csv, "text/csv; charset=utf-8", name);
    }
}
