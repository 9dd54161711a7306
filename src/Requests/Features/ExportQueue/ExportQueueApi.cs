using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Contracts.Registry;
using Suiying.Design;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class ExportQueueApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet($"/desk/{{queue}}/list.{TableDownload.Ending}", Get)
            .WithTags("requests")
            .WithSummary("一个工作台列表的全部工单，CSV 或 Excel")
            .RequireAuthorization(policy => policy.RequireRole(nameof(Role.Supervisor), nameof(Role.Leader)));

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(
        string queue,
        string ending,
        string? state,
        string? county,
        ExportQueue export,
        ICityRegistry registry,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        if (!Enum.TryParse<Queue>(queue, ignoreCase: true, out var named) || !Enum.IsDefined(named))
            return new Kernel.NotFound().ToProblem();
        if (!AddressWords.Knows<RequestState>(state))
            return Refusal.Invalid(new FieldProblem("state", "没有这个队列或状态。")).ToProblem();
        var query = new ListQueue.Query
        {
            Queue = named,
            State = AddressWords.Word<RequestState>(state),
            County = AddressWords.Code(county),
        };
        if (!(await export.Run(query, Actor.From(user), ct)).Ok(out var rows, out var refusal))
            return refusal.ToProblem();
        return TableDownload.Of(ending, queue.ToLowerInvariant(), queue, RowTable.Lines(rows, registry.Current));
    }
}
