using System.Net.Http.Json;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Suiying.Contracts.Channels;

namespace Suiying.Channels.Storage;

/// <summary>
/// Hands text messages to the WeChat platform (客服消息) and fetches pictures from it, with the account's access token, which is asked for when there is none and again when the
/// platform says that it is over. What goes wrong is told without OpenID or token in it.
/// </summary>
public sealed class WeChatPost(WeChatSetting setting, TimeProvider time) : IDisposable
{
    /// <summary>What the platform takes in one text, in bytes of UTF-8.</summary>
    private const int MostBytes = 2048;

    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(15), MaxResponseContentBufferSize = 64 * 1024 };
    private readonly SemaphoreSlim one = new(1, 1);
    private (string Token, DateTimeOffset Until) known;

    public bool Ready => setting is { Seal: not null, Secret: not null };

    /// <summary>False where this follower cannot be written to now.</summary>
    /// <exception cref="MessageNotSentException">The platform could not be reached or did not take it.</exception>
    public async Task<bool> Send(string openId, string text, CancellationToken ct)
    {
        var body = JsonSerializer.Serialize(
            new
            {
                touser = openId,
                msgtype = "text",
                text = new { content = Cut(text) },
            },
            Json
        );
        var answer = await Ask("/cgi-bin/message/custom/send", await Token(again: false, ct), body, ct);
        if (IsOver(answer.Code))
            answer = await Ask("/cgi-bin/message/custom/send", await Token(again: true, ct), body, ct);
        return answer.Code switch
        {
            0 => true,
            // 43004: follows no more; 45015: wrote too long ago; 45047: was written to too often since.
            43004 or 45015 or 45047 => false,
            // -1: busy; 45009: too many calls today; 40001 and its like: a matter of the setting, which can be mended.
            -1 or 45009 or 40001 or 40013 or 40014 or 40125 or 40164 or 42001 => throw new MessageNotSentException(
                $"微信平台答复 {answer.Code}"
            ),
            _ => throw new MessageNotSentException($"微信平台答复 {answer.Code}", true),
        };
    }

    /// <summary>A picture that a follower sent; null where the platform does not hand it out, or it is larger than any photo.</summary>
    /// <param name="media">MediaId.</param>
    /// <param name="most">Bytes at most.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="MessageNotSentException">The platform could not be reached.</exception>
    public async Task<byte[]?> Fetch(string media, int most, CancellationToken ct)
    {
        var (bytes, code) = await Get(media, most, await Token(again: false, ct), ct);
        return IsOver(code) ? (await Get(media, most, await Token(again: true, ct), ct)).Bytes : bytes;
    }

    public void Dispose()
    {
        http.Dispose();
        one.Dispose();
    }

    private async Task<string> Token(bool again, CancellationToken ct)
    {
        await one.WaitAsync(ct);
        try
        {
            if (!again && time.GetUtcNow() < known.Until)
                return known.Token;
            var body = JsonSerializer.Serialize(
                new
                {
                    grant_type = "client_credential",
                    appid = setting.App,
                    secret = setting.Secret,
                    force_refresh = again,
                },
                Json
            );
            var answer = await Ask("/cgi-bin/stable_token", null, body, ct);
            if (answer.Token is not { Length: > 0 } token)
                throw new MessageNotSentException($"微信平台不给访问令牌，答复 {answer.Code}，请核对 AppID、AppSecret 和 IP 白名单");
            known = (token, time.GetUtcNow() + TimeSpan.FromSeconds(answer.Lasts) - Early);
            return token;
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<Answer> Ask(string path, string? token, string body, CancellationToken ct)
    {
        var address = new Uri(setting.Address, token is null ? path : $"{path}?access_token={Uri.EscapeDataString(token)}");
        try
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync(address, content, ct);
            if (!answer.IsSuccessStatusCode)
                throw new MessageNotSentException($"微信平台答复 {(int)answer.StatusCode}");
            return await answer.Content.ReadFromJsonAsync<Answer>(ct) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new MessageNotSentException("微信平台的答复读不懂");
        }
        catch (Exception problem)
            when (problem is HttpRequestException || (problem is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new MessageNotSentException("微信平台连不上或没有答复");
        }
    }

    /// <summary>Bytes where it has them; else what is wrong, in JSON under whatever type.</summary>
    private async Task<(byte[]? Bytes, int Code)> Get(string media, int most, string token, CancellationToken ct)
    {
        var path = $"/cgi-bin/media/get?access_token={Uri.EscapeDataString(token)}&media_id={Uri.EscapeDataString(media)}";
        try
        {
            using var answer = await http.GetAsync(new Uri(setting.Address, path), HttpCompletionOption.ResponseHeadersRead, ct);
            if (!answer.IsSuccessStatusCode)
                throw new MessageNotSentException($"微信平台答复 {(int)answer.StatusCode}");
            await using var stream = await answer.Content.ReadAsStreamAsync(ct);
            using var read = new MemoryStream();
            var part = new byte[64 * 1024];
            for (int length; (length = await stream.ReadAsync(part, ct)) > 0; )
            {
                if (read.Length + length > most)
                    return (null, 0);
                read.Write(part, 0, length);
            }
            var bytes = read.ToArray();
            return bytes is [(byte)'{', ..] ? (null, JsonSerializer.Deserialize<Answer>(bytes)?.Code ?? 0) : (bytes, 0);
        }
        catch (JsonException)
        {
            return (null, 0);
        }
        catch (Exception problem)
            when (problem is HttpRequestException or IOException || (problem is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new MessageNotSentException("微信平台连不上或没有答复");
        }
    }

    /// <summary>The token holds no more.</summary>
    private static bool IsOver(int code) => code is 40001 or 40014 or 42001;

    private static string Cut(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) <= MostBytes)
            return text;
        var length = text.Length;
        while (Encoding.UTF8.GetByteCount(text.AsSpan(0, length)) > MostBytes - 3 || char.IsHighSurrogate(text[length - 1]))
            length--;
        return text[..length] + "…";
    }

    private sealed record Answer(
        [property: JsonPropertyName("errcode")] int Code,
        [property: JsonPropertyName("access_token")] string? Token,
        [property: JsonPropertyName("expires_in")] int Lasts
    );
}
