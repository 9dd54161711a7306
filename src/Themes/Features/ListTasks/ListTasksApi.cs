using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Suiying.Contracts.Registry;
using Suiying.Design;
using Suiying.Themes.Model;

namespace Suiying.Themes.Features;

/// <summary>Tasks as a table.</summary>
internal static class ListTasksApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet($"{ThemeAddress.Proactive}.{TableDownload.Ending}", Get)
            .RequireAuthorization(new AuthorizeAttribute { Roles = "UnitHandler,Supervisor,Leader" })
            .WithTags("themes")
            .WithSummary("未诉先办任务导出为表格");

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(
        string ending,
        ListTasks list,
        ICityRegistry registry,
        IStringLocalizer<Texts> t,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        if (!(await list.Run(Actor.From(user), ct)).Ok(out var view, out var refusal))
            return refusal.ToProblem();
        var city = registry.Current;
        var lines = view
            .Rows.Select(row =>
                (IEnumerable<string>)
                    [
                        city.Categories.FullName(row.Category),
                        city.Areas.FullName(row.County),
                        city.Units.NameOf(row.Unit),
                        row.What,
                        IsoDay.Of(row.DueOn),
                        t[ThemeWords.Of(row.State)],
                        row.Forecast is { } f ? f.Expected.ToString("0.0", CultureInfo.InvariantCulture) : "",
                        row.Effect is { } effect ? $"{effect.After}" : "",
                        row.Effect?.Found is { } found ? (found.Ratio - 1).ToString("0.0000", CultureInfo.InvariantCulture) : "",
                    ]
            )
            .Prepend([
                t["类别"],
                t["县（市、区）"],
                t["承办单位"],
                t["要做什么"],
                t["完成日期"],
                t["状态"],
                t["预计件数"],
                t["实有件数"],
                t["效果"],
            ]);
        return TableDownload.Of(ending, "proactive", t["未诉先办"], lines);
    }
}
