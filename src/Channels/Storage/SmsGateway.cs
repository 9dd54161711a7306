using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Suiying.Channels.Model.Phone;
using Suiying.Contracts.Channels;

namespace Suiying.Channels.Storage;

/// <summary>
/// 短信网关: text messages go out as signed JSON (Standard Webhooks 1.0) to the one address that <c>SUIYING_SMS_URL</c> names, so that a small
/// adapter makes any provider into one. See docs/messages.md.
/// </summary>
internal sealed class SmsGateway(SmsGateway.Setting setting, HttpClient http, TimeProvider time) : IMessageSender
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal sealed record Setting(Uri Address, string Secret)
    {
        /// <summary>Null where none is set up.</summary>
        /// <exception cref="InvalidOperationException">Half of it is set, or it is wrong; said at the start.</exception>
        public static Setting? Read(IConfiguration configuration)
        {
            if (configuration["SUIYING_SMS_URL"] is not { Length: > 0 } address)
                return null;
            if (!Uri.TryCreate(address, UriKind.Absolute, out var whole) || whole.Scheme is not ("https" or "http"))
                throw new InvalidOperationException(
                    $"SUIYING_SMS_URL 写的是“{address}”，应是短信网关的网址，例如 https://sms.example.gov/send 。"
                );
            if (configuration["SUIYING_SMS_SECRET"] is not { } secret || !SignedMessage.IsSecret(secret))
                throw new InvalidOperationException("SUIYING_SMS_SECRET 应是 whsec_ 加上密钥的 Base64，至少 24 字节；网关用它核对签名。");
            return new Setting(whole, secret);
        }

        public override string ToString() => $"SmsGateway({Address.Host})";
    }

    public async Task Send(OutgoingMessage message, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var id = (message.Id ?? Guid.CreateVersion7(now)).ToString("N", CultureInfo.InvariantCulture);
        var body = JsonSerializer.Serialize(
            new
            {
                id,
                to = message.Phone,
                text = message.Text,
            },
            Json
        );
        using var request = SignedRequest.Post(setting.Address, setting.Secret, $"msg_{id}", body, now);
        using var answer = await Answer(request, ct);
        if (answer.IsSuccessStatusCode)
            return;
        var status = (int)answer.StatusCode;
        throw new MessageNotSentException($"短信网关答复 {status}", SignedRequest.IsForGood(answer.StatusCode));
    }

    private async Task<HttpResponseMessage> Answer(HttpRequestMessage request, CancellationToken ct)
    {
        try
        {
            return await http.SendAsync(request, ct);
        }
        catch (Exception problem)
            when (problem is HttpRequestException || (problem is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new MessageNotSentException("短信网关连不上或没有答复");
        }
    }
}

/// <summary>A signed message to another program.</summary>
internal static class SignedRequest
{
    public static HttpRequestMessage Post(Uri address, string secret, string id, string body, DateTimeOffset at)
    {
        var seal = SignedMessage.Seal(secret, id, at, body);
        var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json", "utf-8")),
        };
        request.Headers.Add("webhook-id", seal.Id);
        request.Headers.Add("webhook-timestamp", seal.Timestamp);
        request.Headers.Add("webhook-signature", seal.Signature);
        return request;
    }

    /// <summary>What another try would not change: the receiver understood and said no.</summary>
    public static bool IsForGood(HttpStatusCode status) =>
        (int)status is >= 400 and < 500
        && status
            is not (
                HttpStatusCode.RequestTimeout
                or HttpStatusCode.TooManyRequests
                or HttpStatusCode.Unauthorized
                or HttpStatusCode.Forbidden
            );
}
