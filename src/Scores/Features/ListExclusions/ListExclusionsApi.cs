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
using Suiying.Scores.Model;

namespace Suiying.Scores.Features;

/// <summary>Exclusions as a table.</summary>
internal static class ListExclusionsApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet($"{ScoreAddress.Exclusions}.{TableDownload.Ending}", Get)
            .RequireAuthorization(new AuthorizeAttribute { Roles = "UnitHandler,Reviewer,Supervisor,Leader" })
            .WithTags("scores")
            .WithSummary("剔除申请导出为表格");

    /// <summary>As an address has it; what is left out is all.</summary>
    public static Outcome<ListExclusions.Query> Asked(string? state, string? month)
    {
        if (!string.IsNullOrEmpty(month) && ScoreAddress.Problem(month) is { } problem)
            return problem;
        if (string.IsNullOrEmpty(state))
            return new ListExclusions.Query { Month = ScoreAddress.MonthIn(month) };
        return Enum.TryParse<ExclusionState>(state, out var known) && Enum.IsDefined(known)
            ? new ListExclusions.Query { Month = ScoreAddress.MonthIn(month), State = known }
            : Refusal.Invalid(new FieldProblem("state", "没有这种状态，请从列表中选择。"));
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(
        string ending,
        string? state,
        string? month,
        ListExclusions list,
        ICityRegistry registry,
        IStringLocalizer<Texts> t,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        if (!Asked(state, month).Ok(out var query, out var refusal))
            return refusal.ToProblem();
        if (!(await list.Run(query, Actor.From(user), ct)).Ok(out var view, out refusal))
            return refusal.ToProblem();
        return TableDownload.Of(ending, "exclusions", t["剔除申请"], Lines(view, registry.Current, t));
    }

    private static IEnumerable<IEnumerable<string>> Lines(ListExclusions.View view, CitySnapshot city, IStringLocalizer<Texts> t) =>
        view
            .Rows.Select(row =>
                (IEnumerable<string>)
                    [
                        row.Number,
                        ScoreAddress.Of(row.Month),
                        city.Units.NameOf(row.Unit),
                        t[ExclusionWords.Of(row.Ground)],
                        Time(row.AskedAt, city),
                        Time(row.DecideDueAt, city),
                        t[ExclusionWords.Of(row.State)],
                        row.EndedAt is { } ended ? Time(ended, city) : "",
                    ]
            )
            .Prepend([t["工单编号"], t["考核月"], t["单位"], t["事由"], t["申请时间"], t["决定期限"], t["状态"], t["决定时间"]]);

    private static string Time(DateTimeOffset at, CitySnapshot city) =>
        city.Calendar.Local(at).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
