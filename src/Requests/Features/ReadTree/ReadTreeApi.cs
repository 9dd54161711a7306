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

internal static class ReadTreeApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet($"/desk/tree.{TableDownload.Ending}", Get)
            .WithTags("requests")
            .WithSummary("下级汇总导出为表格")
            .RequireAuthorization(policy => policy.RequireRole(nameof(Role.UnitHandler)));

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(
        string ending,
        ReadTree readTree,
        ICityRegistry registry,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        if (!(await readTree.Run(new ReadTree.Query(), Actor.From(user), ct)).Ok(out var tree, out var refusal))
            return refusal.ToProblem();
        var city = registry.Current;
        var at = city.Local(tree.AsOf);
        var name = $"units-{at.ToString("yyyyMMdd-HHmm", CultureInfo.InvariantCulture)}";
        return TableDownload.Of(ending, name, Translations.Of("下级汇总"), Lines(tree, city));
    }

    /// <summary>Each unit with all below it, the upper before the lower.</summary>
    private static IEnumerable<IEnumerable<string>> Lines(UnitRollUp tree, CitySnapshot city)
    {
        var at = city.Local(tree.AsOf).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var kind = tree.Synthetic || city.City.Synthetic ? Translations.Of("演示数据") : "";
        string[] head = ["代码", "单位", "上级单位", .. UnitRollUp.Figures.Select(f => f.Name()), "截至", "数据性质"];
        yield return head.Select(Translations.Of);
        foreach (var line in tree.All())
            yield return
            [
                line.Unit.Code,
                line.Unit.Name,
                city.Units.NameOf(line.Unit.Parent),
                .. UnitRollUp.Figures.Select(f => line.Counts[f].ToString(CultureInfo.InvariantCulture)),
                at,
                kind,
            ];
    }
}
