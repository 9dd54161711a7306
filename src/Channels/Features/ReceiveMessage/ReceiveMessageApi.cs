using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Channels.Model;
using Suiying.Channels.Storage;

namespace Suiying.Channels.Features;

/// <summary>Anybody may knock; only what is signed by a source is read.</summary>
internal static class ReceiveMessageApi
{
    private const int Kilobytes = 32;

    /// <summary>Photos included. Only whoever knows the address of a source may make us read so much.</summary>
    private const int KilobytesWithPhotos = 16 * 1024;

    public static void Map(IEndpointRouteBuilder inbox) =>
        inbox
            .MapPost("/{source:guid}/messages", Post)
            .Accepts<MessageBody>("application/json")
            .WithSummary("来件来源送来一条来件")
            .WithDescription(
                "签名按 Standard Webhooks 1.0：webhook-signature 为 v1, 加 HMAC-SHA256(密钥, webhook-id.webhook-timestamp.内容) 的 Base64。同一个 id 重发无害。"
            )
            .DisableAntiforgery();

    private static async Task<Results<Ok<Received>, ProblemHttpResult>> Post(
        Guid source,
        HttpContext http,
        InboxGate gate,
        CallLimits limits,
        ReceiveMessage receive,
        CancellationToken ct
    )
    {
        var most = await gate.IsInUse(source, ct) ? KilobytesWithPhotos : Kilobytes;
        if (!(await SignedPost.Body(http.Request, most, ct)).Ok(out var body, out var refusal))
            return refusal.ToProblem();
        var known = (await gate.LetIn(source, SignedPost.Seal(http.Request), body, ct)).Ok(out var from, out refusal);
        if (limits.Count(known ? new ApiCaller(source) : ApiCaller.Anybody, http.Connection.RemoteIpAddress?.ToString()) is { } tooMany)
        {
            http.Response.Headers.RetryAfter = $"{tooMany.Seconds}";
            return tooMany.ToProblem();
        }
        if (!known)
            return refusal!.ToProblem();
        return (await receive.Run(new ReceiveMessage.Command { From = from!, Body = body }, Actor.System, ct)).ToHttp();
    }
}

/// <summary>The body of a message, for the documentation; it is read by hand, so that every wrong member is told.</summary>
/// <param name="Id">The sender's own id of the message.</param>
/// <param name="At">When it was written, with the offset of its zone.</param>
/// <param name="Text">What it says.</param>
/// <param name="From">Phone or e-mail address of the sender; left out where nobody is named.</param>
/// <param name="Name">How the sender calls themselves.</param>
/// <param name="Subject">Heading.</param>
/// <param name="About">Number of the request that it is about.</param>
/// <param name="Reference">The number that the forwarding side gave it.</param>
/// <param name="Photos">At most five photos, JPEG, PNG or WebP, in base 64.</param>
public sealed record MessageBody(
    string Id,
    DateTimeOffset At,
    string Text,
    string? From,
    string? Name,
    string? Subject,
    string? About,
    string? Reference,
    IReadOnlyList<byte[]>? Photos
);
