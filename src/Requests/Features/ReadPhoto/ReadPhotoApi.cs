using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Model;

namespace Suiying.Requests.Features;

internal static class ReadPhotoApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/photos/{file}", Get).AllowAnonymous().WithTags("requests").WithSummary("照片、录音或视频");

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> Get(
        string file,
        string? t,
        Guid? message,
        ReadPhoto readPhoto,
        ClaimsPrincipal user,
        HttpContext http,
        CancellationToken ct
    )
    {
        var query = new ReadPhoto.Query
        {
            File = file,
            Token = t,
            Message = message,
        };
        var outcome = await readPhoto.Run(query, Actor.From(user), ct);
        if (!outcome.Ok(out var stream, out var refusal))
            return refusal.ToProblem();
        var head = new byte[MediaKind.Head];
        var length = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
        stream.Position = 0;
        // A copy that we cleaned ourselves, and still: nothing in it may run, frame or be taken for another type.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.ContentDisposition = "inline";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "private, max-age=600";
        // Players ask for parts.
        return TypedResults.File(stream, MediaKind.Of(head.AsSpan(0, length)) ?? "image/jpeg", enableRangeProcessing: true);
    }
}
