using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Suiying.Channels.Model;
using Suiying.Channels.Storage;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;

namespace Suiying.Channels.Features;

internal static class ListOpen311UpdatesApi
{
    public static void Map(IEndpointRouteBuilder open311) =>
        open311.MapGet("/v2/servicerequestupdates.{format}", List).WithSummary("Open311：办理进展");

    private static Task<IResult> List(
        string format,
        HttpContext http,
        Open311Door door,
        ListOpen311Updates list,
        ICityRegistry registry,
        TimeProvider time
    ) =>
        door.Read(
            http,
            format,
            async (input, caller) =>
            {
                var (skip, take) = input.Paging();
                var (from, before) = input.Span(time.GetUtcNow());
                var filter = new StepFilter
                {
                    Numbers = input.Many("service_request_id"),
                    From = from,
                    Before = before,
                    Skip = skip,
                    Take = take,
                };
                if (input.Wrong is { } wrong)
                    return wrong;
                return (await list.Run(filter, caller, http.RequestAborted)).Ok(out var steps, out var refusal)
                    ? Answer.OfUpdates(steps.Select(s => Outgoing.Step(s, registry.Current)))
                    : refusal;
            }
        );
}
