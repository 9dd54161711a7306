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

/// <summary>Proposals as a table.</summary>
internal static class ListProposalsApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet($"{ProgrammeAddress.Proposals}.{TableDownload.Ending}", Get)
            .RequireAuthorization(new AuthorizeAttribute { Roles = ProgrammeAccess.ReaderRoles })
            .WithTags("projects")
            .WithSummary("项目建议导出为表格");

    /// <summary>As an address has it; what is left out is all.</summary>
    public static Outcome<ListProposals.Query> Asked(string? state, string? source)
    {
        var problems = new List<FieldProblem>();
        ProposalState? wanted = Enum.TryParse<ProposalState>(state, out var s) && Enum.IsDefined(s) ? s : null;
        ProposalSource? from = Enum.TryParse<ProposalSource>(source, out var f) && Enum.IsDefined(f) ? f : null;
        if (!string.IsNullOrEmpty(state) && wanted is null)
            problems.Add(new FieldProblem("state", "没有这种状态，请从列表中选择。"));
        if (!string.IsNullOrEmpty(source) && from is null)
            problems.Add(new FieldProblem("source", "没有这种来源，请从列表中选择。"));
        if (problems.Count > 0)
            return Refusal.Invalid(problems);
        return new ListProposals.Query { State = wanted, Source = from };
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(
        string ending,
        string? state,
        string? source,
        ListProposals list,
        ICityRegistry registry,
        IStringLocalizer<Texts> t,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        if (
            !Asked(state, source).Ok(out var query, out var refusal)
            || !(await list.Run(query, Actor.From(user), ct)).Ok(out var view, out refusal)
        )
            return refusal.ToProblem();
        var city = registry.Current;
        var lines = view
            .Rows.Select(p =>
                (IEnumerable<string>)
                    [
                        city.ProgrammeOf(p.Programme).Name,
                        p.Year.ToString(CultureInfo.InvariantCulture),
                        p.Title,
                        p.Text,
                        t[ProgrammeWords.Of(p.Source)],
                        p.From ?? "",
                        city.Categories.FullName(p.Category ?? ""),
                        ProgrammeWords.PlaceOf(p.Area, city),
                        t[ProgrammeWords.Of(p.State)],
                        p.Reason ?? "",
                        p.Screening?.Cost.ToString(CultureInfo.InvariantCulture) ?? "",
                        p.Votes?.ToString(CultureInfo.InvariantCulture) ?? "",
                    ]
            )
            .Prepend([
                t["方案"],
                t["年份"],
                t["题目"],
                t["为什么要办"],
                t["来源"],
                t["谁提出的"],
                t["类别"],
                t["在哪里办"],
                t["状态"],
                t["理由"],
                t["估算投资（万元）"],
                t["赞成票"],
            ]);
        return TableDownload.Of(ending, "proposals", t["项目建议"], lines);
    }
}
