using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Suiying.Design;
using Suiying.Understanding.Model;

namespace Suiying.Understanding.Features;

/// <summary>One series by week, as a table.</summary>
internal static class ReadRiseApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet($"/desk/rises/{{category}}/{{area}}.{TableDownload.Ending}", Get)
            .RequireAuthorization(new AuthorizeAttribute { Roles = "Dispatcher,Supervisor,Leader" })
            .WithTags("rises")
            .WithSummary("一个序列每周的件数与界限导出为表格");

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(
        string category,
        string area,
        string ending,
        ReadRise readRise,
        IStringLocalizer<Texts> t,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var query = new ReadRise.Query { Category = category, Area = area };
        if (!(await readRise.Run(query, Actor.From(user), ct)).Ok(out var view, out var refusal))
            return refusal.ToProblem();
        var (weeks, methods) = (view.Counts.Weeks, RiseRules.Methods.Select(m => t[RiseWords.Of(m)].Value));
        IEnumerable<string> head =
        [
            t["周"],
            t["星期一"],
            t["件数"],
            .. methods.SelectMany(m => new[] { $"{m} {t["预期"]}", $"{m} {t["界限"]}", $"{m} {t["超出"]}" }),
        ];
        IEnumerable<string> Line(ReadRise.Week week) =>
            [
                weeks.NameOf(week.Index),
                weeks.Monday(week.Index).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                week.Count.ToString(CultureInfo.InvariantCulture),
                .. week.Judged.SelectMany(b =>
                    new[]
                    {
                        RiseWords.Exact(b.Expected),
                        b.Gap is { } gap ? t[RiseWords.Of(gap)] : RiseWords.Exact(b.Upper),
                        b.Exceeds ? "1" : "0",
                    }
                ),
            ];
        return TableDownload.Of(ending, $"rises-{category}-{area}", t["异常升高"], view.Weeks.Select(Line).Prepend(head));
    }
}
