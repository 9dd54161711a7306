using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Design;
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
        KeptFile.Guard(http.Response);
        // Players ask for parts.
        return TypedResults.File(stream, MediaKind.Of(head.AsSpan(0, length)) ?? "image/jpeg", enableRangeProcessing: true);
    }
}
