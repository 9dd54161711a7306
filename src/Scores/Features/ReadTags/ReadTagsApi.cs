using System.Globalization;
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

/// <summary>七有五性 as a table, by category.</summary>
internal static class ReadTagsApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet($"{ScoreAddress.Tags}.{TableDownload.Ending}", Get)
            // Before the address of a unit, which would match it too.
            .WithOrder(-1)
            .RequireAuthorization(new AuthorizeAttribute { Roles = "Supervisor,Leader" })
            .WithTags("scores")
            .WithSummary("七有五性三率导出为表格");

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(
        string ending,
        string? month,
        ReadTags read,
        IStringLocalizer<Texts> t,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        if (!ReadTags.Query.Of(month).Ok(out var query, out var refusal))
            return refusal.ToProblem();
        if (!(await read.Run(query, Actor.From(user), ct)).Ok(out var view, out refusal))
            return refusal.ToProblem();
        return TableDownload.Of(ending, $"scores-tags-{ScoreAddress.Of(view.Month)}", t["七有五性"], Lines(view, t));
    }

    private static IEnumerable<IEnumerable<string>> Lines(ReadTags.View view, IStringLocalizer<Texts> t) =>
        view
            .Heads.SelectMany(head => head.Categories.Select(c => Line(head.Name ?? "", c)))
            .Prepend([t["七有五性"], t["类别代码"], t["类别"], t["有效回访"], t["剔除"], t["响应率"], t["解决率"], t["满意率"], t["得分"]]);

    private static IEnumerable<string> Line(string tag, ReadTags.CategoryScore row)
    {
        decimal?[] rates = [row.Rates.Responded.Share, row.Rates.Solved.Share, row.Rates.Satisfied.Share, row.Rates.Score];
        return
        [
            tag,
            row.Code,
            row.Name,
            row.Counts.Valid.ToString(CultureInfo.InvariantCulture),
            row.Counts.Excluded.ToString(CultureInfo.InvariantCulture),
            .. rates.Select(ScoreTable.Whole),
        ];
    }
}
