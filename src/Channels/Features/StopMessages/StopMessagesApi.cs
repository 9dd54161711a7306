using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Suiying.Channels.Features;

/// <summary>The address in the head of a mail: mail programs post to it (RFC 8058), older ones open it and are shown the page.</summary>
internal static class StopMessagesApi
{
    private const string Path = "/messages/stop/now";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Path, Post).AllowAnonymous().DisableAntiforgery().WithTags("messages").WithSummary("一键退订（RFC 8058）");
        routes
            .MapGet(Path, (string? t) => TypedResults.LocalRedirect($"/messages/stop?t={Uri.EscapeDataString(t ?? "")}"))
            .AllowAnonymous();
    }

    private static async Task<Results<Ok<Done>, ProblemHttpResult>> Post(string? t, StopMessages stop, CancellationToken ct) =>
        (await stop.Run(new StopMessages.Command { Token = t ?? "" }, ct)).ToHttp();
}
