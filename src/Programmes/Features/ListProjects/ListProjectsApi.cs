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
using Suiying.Programmes.Model;

namespace Suiying.Programmes.Features;

/// <summary>Projects as a table.</summary>
internal static class ListProjectsApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet($"{ProgrammeAddress.Desk}.{TableDownload.Ending}", Get)
            .RequireAuthorization(new AuthorizeAttribute { Roles = ProgrammeAccess.ReaderRoles })
            .WithTags("projects")
            .WithSummary("实事台账导出为表格");

    /// <summary>As an address has it; what is left out is the city's first programme and the running year.</summary>
    public static Outcome<ListProjects.Query> Asked(string? programme, string? year)
    {
        int? wanted = int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) && y is > 1999 and < 2200 ? y : null;
        if (!string.IsNullOrEmpty(year) && wanted is null)
            return Refusal.Invalid(new FieldProblem("year", "请写四位数的年份，如 2026。"));
        return new ListProjects.Query { Programme = string.IsNullOrEmpty(programme) ? null : programme, Year = wanted };
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(
        string ending,
        string? programme,
        string? year,
        ListProjects list,
        ICityRegistry registry,
        IStringLocalizer<Texts> t,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        if (
            !Asked(programme, year).Ok(out var query, out var refusal)
            || !(await list.Run(query, Actor.From(user), ct)).Ok(out var view, out refusal)
        )
            return refusal.ToProblem();
        return TableDownload.Of(ending, "projects", t["民生实事"], Lines(view, registry.Current, t));
    }

    private static IEnumerable<IEnumerable<string>> Lines(ListProjects.View view, CitySnapshot city, IStringLocalizer<Texts> t)
    {
        var parts = Enum.GetValues<ScorePart>();
        yield return
        [
            t["编号"],
            t["题目"],
            t["状态"],
            t["责任领导（一把手）"],
            t["牵头单位"],
            t["配合单位"],
            t["目标数量"],
            t["已完成"],
            t["计量单位"],
            t["预算（万元）"],
            t["已支付（万元）"],
            t["计划进度（%）"],
            t["实际进度（%）"],
            t["进展"],
            .. parts.Select(p => $"{t[ProgrammeWords.Of(p)]}（{ProjectScore.WeightOf(p, view.Programme)}）"),
            t["总分"],
            t["群众确认（人）"],
        ];
        foreach (var row in view.Rows)
        {
            var (project, score) = (row.Project, row.Scored.Score);
            yield return
            [
                project.Number.ToString(CultureInfo.InvariantCulture),
                project.Title,
                t[ProgrammeWords.Of(project.State)],
                project.Owner,
                city.Units.NameOf(project.Lead),
                string.Join('、', project.Supporters.Select(city.Units.NameOf)),
                Text(project.Plan?.Target),
                Text(project.Progress?.Done),
                project.Plan?.Measure ?? "",
                Text(project.Plan?.Budget),
                Text(project.Progress?.Paid),
                score.Planned.ToString(CultureInfo.InvariantCulture),
                score.Done.ToString(CultureInfo.InvariantCulture),
                t[ProgrammeWords.Of(row.Colour)],
                .. parts.Select(p => score.Of(p)?.ToString("0.0000", CultureInfo.InvariantCulture) ?? ""),
                row.Total?.ToString("0.00", CultureInfo.InvariantCulture) ?? "",
                score.Answers.ToString(CultureInfo.InvariantCulture),
            ];
        }
    }

    private static string Text(decimal? amount) => amount is { } known ? Amounts.Plain(known) : "";
}
