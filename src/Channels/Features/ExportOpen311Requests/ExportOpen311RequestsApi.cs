using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Suiying.Channels.Storage;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Design;
using Suiying.Design.Documents;

namespace Suiying.Channels.Features;

internal static class ExportOpen311RequestsApi
{
    public static void Map(IEndpointRouteBuilder open311)
    {
        open311.MapGet("/v2/requests.csv", Get).WithSummary("Open311：公开诉求的整表（持密钥不限行数和天数）");
        open311
            .MapGet($"/v2/bulk/{{month}}.{DataFile.Ending}", Month)
            .WithSummary("Open311：一个月登记的全部公开诉求（CSV、JSON、Parquet）");
    }

    private static Task<IResult> Get(
        HttpContext http,
        Open311Door door,
        ExportOpen311Requests export,
        ICityRegistry registry,
        TimeProvider time
    ) =>
        door.Table<ExportOpen311Requests.Command>(
            http,
            ("requests.csv", DataFile.ContentType("csv")),
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

    /// <summary>A month of the city's calendar, such as 2026-10.</summary>
    private static Task<IResult> Month(
        string month,
        string ending,
        HttpContext http,
        Open311Door door,
        ExportOpen311Requests export,
        ICityRegistry registry
    ) =>
        door.Table<DataTable>(
            http,
            ($"requests-{month}.{ending}", DataFile.ContentType(ending)),
            (_, _) =>
            {
                if (IsoMonth.In(month) is not { } first)
                    return Refusal.Invalid(new FieldProblem("month", "请写年月，例如 2026-10。"));
                var calendar = registry.Current.Calendar;
                return export.Table(
                    new ViewFilter { From = calendar.StartOf(first), Before = calendar.StartOf(first.AddMonths(1)) },
                    http.RequestAborted
                );
            },
            table => DataFile.Write(ending, table, http.Response.Body, http.RequestAborted)
        );
}
