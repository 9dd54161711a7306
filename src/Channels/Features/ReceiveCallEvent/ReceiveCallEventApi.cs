using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Channels.Model;
using Suiying.Channels.Storage;

namespace Suiying.Channels.Features;

/// <summary>Anybody may knock; only what is signed by an exchange is read.</summary>
internal static class ReceiveCallEventApi
{
    private const int Kilobytes = 16;

    public static void Map(IEndpointRouteBuilder phone) =>
        phone
            .MapPost("/{exchange:guid}/events", Post)
            .Accepts<CallEventBody>("application/json")
            .WithSummary("话务平台告诉一件通话的事：振铃、接听、挂断、转接")
            .WithDescription(
                "签名按 Standard Webhooks 1.0：webhook-signature 为 v1, 加 HMAC-SHA256(密钥, webhook-id.webhook-timestamp.内容) 的 Base64。同一个 webhook-id 重发无害。"
            )
            .DisableAntiforgery();

    private static async Task<Results<Ok<ReceiveCallEvent.Received>, ProblemHttpResult>> Post(
        Guid exchange,
        HttpContext http,
        ExchangeGate gate,
        CallLimits limits,
        ReceiveCallEvent receive,
        CancellationToken ct
    )
    {
        if (!(await SignedPost.Body(http.Request, Kilobytes, ct)).Ok(out var body, out var refusal))
            return refusal.ToProblem();
        var seal = SignedPost.Seal(http.Request);
        var known = (await gate.LetIn(exchange, seal, body, ct)).Ok(out var from, out refusal);
        // An exchange has as many calls as a program with a key; whoever only knocks, as one without.
        if (limits.Count(known ? new ApiCaller(exchange) : ApiCaller.Anybody, http.Connection.RemoteIpAddress?.ToString()) is { } tooMany)
        {
            http.Response.Headers.RetryAfter = $"{tooMany.Seconds}";
            return tooMany.ToProblem();
        }
        if (!known)
            return refusal!.ToProblem();
        var command = new ReceiveCallEvent.Command
        {
            From = from!,
            Message = seal.Id,
            Body = body,
        };
        return (await receive.Run(command, Actor.System, ct)).ToHttp();
    }
}

/// <summary>The body of a call event, for the documentation; it is read by hand, so that every wrong member is told.</summary>
/// <param name="Event">queued, ringing, answered, transferred, ended or busy.</param>
/// <param name="Call">The exchange's id of the call.</param>
/// <param name="At">When it happened, with the offset of its zone.</param>
/// <param name="From">The caller's number, with ringing or answered; left out where it is withheld.</param>
/// <param name="Agent">Sign-in name of the agent: ringing, answered, and transferred to another agent.</param>
/// <param name="To">Where a call went that leaves the hotline.</param>
/// <param name="Recording">File name of the recording.</param>
public sealed record CallEventBody(
    string Event,
    string Call,
    DateTimeOffset At,
    string? From,
    string? Agent,
    string? To,
    string? Recording
);
