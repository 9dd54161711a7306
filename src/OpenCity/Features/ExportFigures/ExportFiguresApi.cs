using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Suiying.Design;
using Suiying.Design.Documents;
using Suiying.OpenCity.Model;

namespace Suiying.OpenCity.Features;

internal static class ExportFiguresApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet($"{OpenAddress.Figures}.{DataFile.Ending}", Figures)
            .AllowAnonymous()
            .WithTags("open city")
            .WithSummary("一个月的公开数（CSV、JSON、Parquet）")
            .WithDescription(
                "month=2026-10 哪个月，不写是最近公开的；area 地区代码；category 类别代码，空值是各类合计。没有公布的数为空。带 ETag，可用 If-None-Match。"
            );
        routes
            .MapGet($"{OpenAddress.Months}.{DataFile.Ending}", Months)
            .AllowAnonymous()
            .WithTags("open city")
            .WithSummary("公开过哪些月份和每次修订（CSV、JSON、Parquet）");
    }

    private static async Task<IResult> Figures(
        string ending,
        string? month,
        string? area,
        string? category,
        ExportFigures export,
        HttpContext http
    )
    {
        var asked = IsoMonth.In(month);
        if (month is { Length: > 0 } && asked is null)
            return Refusal.Invalid(new FieldProblem("month", "请写年月，例如 2026-10。")).ToProblem();
        var query = new ExportFigures.Query
        {
            Month = asked,
            Area = string.IsNullOrEmpty(area) ? null : area,
            Category = category,
        };
        return Answer(ending, await export.Run(query, http.RequestAborted), http);
    }

    private static async Task<IResult> Months(string ending, ExportFigures export, HttpContext http) =>
        Answer(ending, await export.Months(http.RequestAborted), http);

    private static IResult Answer(string ending, Outcome<ExportFigures.Made> outcome, HttpContext http)
    {
        if (!outcome.Ok(out var made, out var refusal))
            return refusal.ToProblem();
        // What was published changes only when it is published again; anybody may keep it and ask whether it still holds.
        http.Response.Headers.CacheControl = "public, max-age=300";
        http.Response.Headers.AccessControlAllowOrigin = "*";
        http.Response.Headers.ETag = made.Tag;
        if (http.Request.Headers.IfNoneMatch.ToString().Contains(made.Tag, StringComparison.Ordinal))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        return Results.Stream(
            to => DataFile.Write(ending, made.Table, to, http.RequestAborted),
            DataFile.ContentType(ending),
            $"{made.Name}.{ending}"
        );
    }
}
