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

/// <summary>Themes as a table.</summary>
internal static class ListThemesApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet($"{ThemeAddress.Desk}.{TableDownload.Ending}", Get)
            .RequireAuthorization(new AuthorizeAttribute { Roles = "UnitHandler,Supervisor,Leader" })
            .WithTags("themes")
            .WithSummary("每月一题导出为表格");

    /// <summary>As an address has it; what is left out is all.</summary>
    public static Outcome<ListThemes.Query> Asked(string? year, string? state)
    {
        var problems = new List<FieldProblem>();
        if (
            !string.IsNullOrEmpty(year)
            && !(int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) && y is > 1999 and < 2200)
        )
            problems.Add(new FieldProblem("year", "请写四位数的年份，如 2026。"));
        if (!string.IsNullOrEmpty(state) && !(Enum.TryParse<ThemeState>(state, out var s) && Enum.IsDefined(s)))
            problems.Add(new FieldProblem("state", "没有这种状态，请从列表中选择。"));
        if (problems.Count > 0)
            return Refusal.Invalid(problems);
        return new ListThemes.Query
        {
            Year = string.IsNullOrEmpty(year) ? null : int.Parse(year, CultureInfo.InvariantCulture),
            State = string.IsNullOrEmpty(state) ? null : Enum.Parse<ThemeState>(state),
        };
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(
        string ending,
        string? year,
        string? state,
        ListThemes list,
        ICityRegistry registry,
        IStringLocalizer<Texts> t,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        if (!Asked(year, state).Ok(out var query, out var refusal))
            return refusal.ToProblem();
        if (!(await list.Run(query, Actor.From(user), ct)).Ok(out var view, out refusal))
            return refusal.ToProblem();
        return TableDownload.Of(ending, "themes", t["每月一题"], Lines(view, registry.Current, t));
    }

    private static IEnumerable<IEnumerable<string>> Lines(ListThemes.View view, CitySnapshot city, IStringLocalizer<Texts> t) =>
        view
            .Annual.Concat(view.Choosing)
            .Select(row =>
                (IEnumerable<string>)
                    [
                        row.Theme.Month is { } month ? IsoMonth.Of(month) : "",
                        row.Theme.Title,
                        city.Categories.FullName(row.Theme.Category),
                        t[ThemeWords.Of(row.Theme.State)],
                        city.Units.NameOf(row.Theme.Lead),
                        string.Join('、', row.Theme.Supporters.Select(city.Units.NameOf)),
                        row.Total is { } total ? total.ToString("0.#", CultureInfo.InvariantCulture) : "",
                        $"{row.Theme.Card.Figures.Requests}",
                        $"{row.Done}",
                        $"{row.Planned}",
                        $"{row.Late}",
                        row.Theme.Effect?.Found is { } found ? (found.Ratio - 1).ToString("0.0000", CultureInfo.InvariantCulture) : "",
                        row.Theme.Effect?.Found is { } low ? (low.Low - 1).ToString("0.0000", CultureInfo.InvariantCulture) : "",
                        row.Theme.Effect?.Found is { } high ? (high.High - 1).ToString("0.0000", CultureInfo.InvariantCulture) : "",
                    ]
            )
            .Prepend([
                t["月份"],
                t["题目"],
                t["类别"],
                t["状态"],
                t["牵头单位"],
                t["配合单位"],
                t["评分"],
                t["52 周诉求量"],
                t["已核实节点"],
                t["全部节点"],
                t["逾期节点"],
                t["效果"],
                t["效果下限"],
                t["效果上限"],
            ]);
}
