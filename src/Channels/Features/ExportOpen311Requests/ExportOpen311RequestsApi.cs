using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Suiying.Channels.Storage;
using Suiying.Contracts.Registry;

namespace Suiying.Channels.Features;

internal static class ExportOpen311RequestsApi
{
    public static void Map(IEndpointRouteBuilder open311) =>
        open311.MapGet("/v2/requests.csv", Get).WithSummary("Open311：公开诉求的整表（持密钥不限行数和天数）");

    private static Task<IResult> Get(
        HttpContext http,
        Open311Door door,
        ExportOpen311Requests export,
        ICityRegistry registry,
        TimeProvider time
    ) =>
        door.Table<ExportOpen311Requests.Command>(
            http,
            (input, caller) =>
            {
                var keyed = caller.Key is not null;
                var filter = FindOpen311RequestsApi.Read(input, registry.Current, time.GetUtcNow(), anySpan: keyed);
                return input.Wrong is { } wrong
                    ? wrong
                    : new ExportOpen311Requests.Command
                    {
                        Filter = filter,
                        To = http.Response.Body,
                        Most = keyed ? null : filter.Take,
                    };
            },
            command => export.Run(command, http.RequestAborted)
        );
}
