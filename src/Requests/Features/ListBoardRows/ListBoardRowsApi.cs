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

/// <summary>The rows behind a number of a board as a table.</summary>
internal static class ListBoardRowsApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet($"/board/rows.{TableDownload.Ending}", Get)
            .WithTags("requests")
            .WithSummary("看板上一个数字背后的工单，CSV 或 Excel")
            .RequireAuthorization(policy => policy.RequireRole(nameof(Role.Supervisor), nameof(Role.Leader), nameof(Role.UnitHandler)));

    /// <summary>What an address asks for; null where it names a figure or a word that does not exist.</summary>
    public static BoardFilter? Read(IQueryCollection query)
    {
        if (
            AddressWords.Word<BoardFigure>(query["figure"]) is not { } figure
            || !AddressWords.Knows<RequestState>(query["state"])
            || !AddressWords.Knows<Channel>(query["channel"])
            || !AddressWords.Knows<RequestType>(query["type"])
        )
            return null;
        return new BoardFilter
        {
            Figure = figure,
            State = AddressWords.Word<RequestState>(query["state"]),
            County = AddressWords.Code(query["county"]),
            Unit = AddressWords.Code(query["unit"]),
            Holder = AddressWords.Code(query["holder"]),
            Under = AddressWords.Code(query["under"]),
            Channel = AddressWords.Word<Channel>(query["channel"]),
            Type = AddressWords.Word<RequestType>(query["type"]),
            Category = AddressWords.Code(query["category"]),
            Day = IsoDay.In(query["day"]),
        };
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(
        string ending,
        HttpRequest request,
        ListBoardRows list,
        ICityRegistry registry,
        ClaimsPrincipal user
    )
    {
        if (Read(request.Query) is not { } filter)
            return Refusal.Invalid(new FieldProblem("figure", "没有这个指标，请从看板进入。")).ToProblem();
        var query = new ListBoardRows.Query { Filter = filter, Take = RowsBySerial.Most };
        if (!(await list.Run(query, Actor.From(user), request.HttpContext.RequestAborted)).Ok(out var found, out var refusal))
            return refusal.ToProblem();
        return TableDownload.Of(ending, "rows", Translations.Of(filter.Figure.Name()), RowTable.Lines(found.Rows.Rows, registry.Current));
    }
}
