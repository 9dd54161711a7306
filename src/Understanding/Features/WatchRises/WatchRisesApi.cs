using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Suiying.Design;
using Suiying.Engines.Statistics;
using Suiying.Understanding.Model;

namespace Suiying.Understanding.Features;

/// <summary>What rose, as a table.</summary>
internal static class WatchRisesApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet($"/desk/rises.{TableDownload.Ending}", Get)
            .RequireAuthorization(new AuthorizeAttribute { Roles = "Dispatcher,Supervisor,Leader" })
            .WithTags("rises")
            .WithSummary("异常升高一览导出为表格");

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(
        string ending,
        BaselineMethod? method,
        string? county,
        int? level,
        WatchRises watchRises,
        IStringLocalizer<Texts> t,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var query = new WatchRises.Query
        {
            Method = method,
            County = string.IsNullOrEmpty(county) ? null : county,
            Level = level,
        };
        if (!(await watchRises.Run(query, Actor.From(user), ct)).Ok(out var view, out var refusal))
            return refusal.ToProblem();
        var week = view.Counts.History == 0 ? "" : view.Counts.Weeks.NameOf(view.Counts.Weeks.Whole - 1);
        string[] head =
        [
            t["周"],
            t["类别代码"],
            t["类别"],
            t["区划代码"],
            t["地区"],
            t["件数"],
            t["预期"],
            t["界限"],
            t["方法"],
            t["超出的方法"],
            t["本周至今"],
        ];
        IEnumerable<string> Line(RiseRow row) =>
            [
                week,
                row.Key.Category,
                row.Category,
                row.Key.Area,
                row.Area,
                row.Last.Observed.ToString(CultureInfo.InvariantCulture),
                RiseWords.Exact(row.Last.Expected),
                RiseWords.Exact(row.Last.Upper),
                t[RiseWords.Of(row.Last.Method)],
                string.Join(';', row.Agree.Select(m => t[RiseWords.Of(m)].Value)),
                row.Running.ToString(CultureInfo.InvariantCulture),
            ];
        return TableDownload.Of(ending, $"rises-{week}".ToLowerInvariant(), t["异常升高"], view.Rows.Select(Line).Prepend(head));
    }
}
