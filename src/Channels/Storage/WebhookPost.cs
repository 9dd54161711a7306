using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Suiying.Channels.Model.Webhooks;

namespace Suiying.Channels.Storage;

/// <summary>Signs a message and hands it to an address that the guard allows; keeps the secrets encrypted.</summary>
public sealed class WebhookPost(OutboundGuard guard, IDataProtectionProvider protection, TimeProvider time) : IDisposable
{
    private readonly IDataProtector protector = protection.CreateProtector("Suiying.Channels.Webhooks.v1");
    private readonly HttpClient http = new(guard.Handler())
    {
        Timeout = TimeSpan.FromSeconds(15),
        MaxResponseContentBufferSize = 64 * 1024,
    };

    /// <param name="Status">Null where there was no answer.</param>
    /// <param name="Problem">Null where it was taken.</param>
    public sealed record Answer(int? Status, string? Problem);

    public string Encrypt(string secret) => protector.Protect(secret);

    public async Task<Answer> Send(Webhook webhook, WebhookDelivery delivery, CancellationToken ct)
    {
        try
        {
            var secret = protector.Unprotect(webhook.Secret);
            var id = $"msg_{delivery.Id.ToString("N", CultureInfo.InvariantCulture)}";
            using var request = SignedRequest.Post(new Uri(webhook.Address), secret, id, delivery.Body, time.GetUtcNow());
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            var status = (int)answer.StatusCode;
            return new Answer(status, answer.IsSuccessStatusCode ? null : Translations.Of("对方答复 {0}", status));
        }
        catch (CryptographicException)
        {
            return new Answer(null, "签名密钥打不开，请停用后重新添加");
        }
        catch (Exception problem)
            when (problem is HttpRequestException or IOException || (problem is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return new Answer(null, "连不上、没有答复或地址不允许");
        }
    }

    public void Dispose() => http.Dispose();
}
