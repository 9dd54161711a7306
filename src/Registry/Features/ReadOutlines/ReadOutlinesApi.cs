using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Suiying.Registry.Features;

internal static class ReadOutlinesApi
{
    private const string Json = "application/geo+json; charset=utf-8";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/outlines/{level}", Get)
            .AllowAnonymous()
            .WithTags("places")
            .WithSummary("某一级区划的边界（GeoJSON 线，示意边界标 schematic）");

    private static async Task<Results<FileContentHttpResult, FileStreamHttpResult, StatusCodeHttpResult, ProblemHttpResult>> Get(
        string level,
        HttpContext http,
        ReadOutlines outlines,
        CancellationToken ct
    )
    {
        if (!(await outlines.Run(new ReadOutlines.Query(level), ct)).Ok(out var file, out var refusal))
            return refusal.ToProblem();
        var headers = http.Response.Headers;
        headers.ETag = file.Tag;
        headers.CacheControl = "public, max-age=300";
        headers.Vary = "Accept-Encoding";
        if (http.Request.Headers.IfNoneMatch.ToString().Contains(file.Tag, StringComparison.Ordinal))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        if (!http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
            return TypedResults.Stream(new GZipStream(new MemoryStream(file.Packed), CompressionMode.Decompress), Json);
        headers.ContentEncoding = "gzip";
        return TypedResults.File(file.Packed, Json);
    }
}
