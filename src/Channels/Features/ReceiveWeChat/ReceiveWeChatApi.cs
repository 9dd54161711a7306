using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Suiying.Channels.Model;
using Suiying.Channels.Model.WeChat;
using Suiying.Channels.Storage;

namespace Suiying.Channels.Features;

/// <summary>The address that stands at the platform's 服务器配置. Anybody may knock; only what carries the account's seal is read, and answered under it.</summary>
internal static class ReceiveWeChatApi
{
    private const int Kilobytes = 64;
    private static readonly TimeSpan Oldest = TimeSpan.FromMinutes(10);

    public static void Map(IEndpointRouteBuilder wechat)
    {
        wechat.MapGet("", Prove).WithSummary("微信公众平台核对服务器地址");
        wechat
            .MapPost("", Post)
            .WithSummary("微信公众平台送来一条消息")
            .WithDescription(
                "安全模式：msg_signature 为令牌、timestamp、nonce、Encrypt 排序后的 SHA-1，Encrypt 为 AES-256-CBC。同一条重发无害。"
            )
            .DisableAntiforgery();
    }

    /// <summary>What the platform signs and how: its query.</summary>
    internal sealed record Sent
    {
        [FromQuery(Name = "signature")]
        public string? Signature { get; init; }

        [FromQuery(Name = "msg_signature")]
        public string? MessageSignature { get; init; }

        [FromQuery(Name = "timestamp")]
        public string? Timestamp { get; init; }

        [FromQuery(Name = "nonce")]
        public string? Nonce { get; init; }

        [FromQuery(Name = "echostr")]
        public string? Echo { get; init; }
    }

    private static Results<ContentHttpResult, ProblemHttpResult> Prove([AsParameters] Sent sent, WeChatSetting setting)
    {
        if (setting.Seal is not { } seal)
            return new WeChatOff().ToProblem();
        if (!seal.IsSigned(sent.Signature ?? "", sent.Timestamp ?? "", sent.Nonce ?? ""))
            return new WeChatNotSigned().ToProblem();
        // Nothing but what the platform sends comes back: no page can be made of it.
        return TypedResults.Text(sent.Echo is { Length: <= 200 } echo ? echo : "", "text/plain");
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> Post(
        [AsParameters] Sent sent,
        HttpContext http,
        WeChatSetting setting,
        CallLimits limits,
        ReceiveWeChat receive,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        if (!(await SignedPost.Body(http.Request, Kilobytes, ct)).Ok(out var body, out var refusal))
            return refusal.ToProblem();
        var proved = Open(setting, sent, body, now).Ok(out var message, out refusal);
        if (!proved && limits.Count(ApiCaller.Anybody, http.Connection.RemoteIpAddress?.ToString()) is { } tooMany)
            return tooMany.ToProblem();
        if (!proved)
            return refusal!.ToProblem();
        if (
            !(await receive.Run(new ReceiveWeChat.Command { Message = message!, At = now }, Actor.System, ct)).Ok(
                out var answered,
                out refusal
            )
        )
            return refusal.ToProblem();
        return answered.Words is { } words
            ? TypedResults.Text(Close(setting.Seal!, message!.Answer(words, now), now), "application/xml")
            : TypedResults.Text("success", "text/plain");
    }

    private static Outcome<WeChatMessage> Open(WeChatSetting setting, Sent sent, string body, DateTimeOffset now)
    {
        if (setting.Seal is not { } seal)
            return new WeChatOff();
        if (WeChatMessage.Encrypted(body) is not { } encrypted)
            return new WeChatNotSealed();
        if (!seal.IsSigned(sent.MessageSignature ?? "", sent.Timestamp ?? "", sent.Nonce ?? "", encrypted))
            return new WeChatNotSigned();
        if (
            !long.TryParse(sent.Timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(now.ToUnixTimeSeconds() - seconds) > Oldest.TotalSeconds
        )
            return new WeChatTooOld();
        return seal.Open(encrypted) is { } text && WeChatMessage.Read(text) is { } message ? message : new WeChatNotRead();
    }

    private static string Close(WeChatSeal seal, string text, DateTimeOffset now)
    {
        var (encrypted, at, nonce) = (seal.Close(text), $"{now.ToUnixTimeSeconds()}", RandomNumberGenerator.GetString("0123456789", 10));
        return $"<xml><Encrypt>{encrypted}</Encrypt><MsgSignature>{seal.Sign(at, nonce, encrypted)}</MsgSignature>"
            + $"<TimeStamp>{at}</TimeStamp><Nonce>{nonce}</Nonce></xml>";
    }
}
