using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Suiying.Channels.Model.Phone;

namespace Suiying.Channels.Storage;

/// <summary>Speaks as an exchange does: signs an event and sends it. For trying a connection out, and for tests.</summary>
public sealed class ExchangePlayer(HttpClient http, Guid exchange, string secret, TimeProvider time)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="happened">The event; its time is now where it has none.</param>
    /// <param name="message">Id of the message; a new one where it is null.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The status and the text of the answer.</returns>
    public async Task<(HttpStatusCode Status, string Text)> Send(CallNotice happened, string? message, CancellationToken ct)
    {
        var body = JsonSerializer.Serialize(
            new
            {
                @event = happened.Kind.ToString().ToLowerInvariant(),
                call = happened.Call,
                at = happened.At,
                from = happened.From,
                agent = happened.Agent,
                to = happened.To,
                recording = happened.Recording,
            },
            Json
        );
        var now = time.GetUtcNow();
        var seal = SignedMessage.Seal(secret, message ?? $"msg_{Guid.CreateVersion7(now):N}", now, body);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/phone/{exchange}/events");
        request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        request.Headers.Add("webhook-id", seal.Id);
        request.Headers.Add("webhook-timestamp", seal.Timestamp);
        request.Headers.Add("webhook-signature", seal.Signature);
        using var answer = await http.SendAsync(request, ct);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(ct));
    }
}
