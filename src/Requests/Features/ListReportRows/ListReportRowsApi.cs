using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Design;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>The rows behind a number as a table.</summary>
internal static class ListReportRowsApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet($"/reports/{{id:guid}}/rows.{TableDownload.Ending}", Get)
            .WithTags("requests")
            .WithSummary("报告里一个数字背后的工单，CSV 或 Excel")
            .RequireAuthorization(policy => policy.RequireRole(nameof(Role.Supervisor), nameof(Role.Leader)));

    /// <summary>What an address asks for; null where it names a figure or a word that does not exist.</summary>
    public static ReportFilter? Read(IQueryCollection query) =>
        AddressWords.Word<ReportFigure>(query["figure"]) is { } figure
        && AddressWords.Knows<Channel>(query["channel"])
        && AddressWords.Knows<RequestType>(query["type"])
            ? new ReportFilter
            {
                Figure = figure,
                County = AddressWords.Code(query["county"]),
                Unit = AddressWords.Code(query["unit"]),
                Category = AddressWords.Code(query["category"]),
                Channel = AddressWords.Word<Channel>(query["channel"]),
                Type = AddressWords.Word<RequestType>(query["type"]),
            }
            : null;

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(
        Guid id,
        string ending,
        HttpRequest request,
        ListReportRows list,
        ICityRegistry registry,
        ClaimsPrincipal user
    )
    {
        if (Read(request.Query) is not { } filter)
            return Refusal.Invalid(new FieldProblem("figure", "没有这个指标，请从报告进入。")).ToProblem();
        var query = new ListReportRows.Query
        {
            Report = id,
            Filter = filter,
            Take = RowsBySerial.Most,
        };
        if (!(await list.Run(query, Actor.From(user), request.HttpContext.RequestAborted)).Ok(out var found, out var refusal))
            return refusal.ToProblem();
        return TableDownload.Of(ending, "rows", Translations.Of(filter.Figure.Name()), RowTable.Lines(found.Rows, registry.Current));
    }
}
