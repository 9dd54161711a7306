using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Contracts.Registry;
using Suiying.Design;
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
        HttpRequest asked,
        ExportQueue export,
        ICityRegistry registry,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        if (!Enum.TryParse<Queue>(queue, ignoreCase: true, out var named) || !Enum.IsDefined(named))
            return new Kernel.NotFound().ToProblem();
        var filters = asked.QueryString.ToString();
        var address = new DeskAddress { Queue = named }.With(filters);
        // A file without the filter would hold more than was asked for.
        if (address.Unread(filters) is { } unread)
            return Refusal.Invalid(new FieldProblem(unread, "没有这个筛选值，请回到列表重新选。")).ToProblem();
        if (!(await export.Run(address.Asked, Actor.From(user), ct)).Ok(out var rows, out var refusal))
            return refusal.ToProblem();
        return TableDownload.Of(ending, queue.ToLowerInvariant(), queue, RowTable.Lines(rows, registry.Current));
    }
}
