using System.Collections.Concurrent;
using System.Net;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.AspNetCore.Hosting;
using Suiying.Channels.Model.WeChat;
using Suiying.Testing;
using Suiying.Tests.Channels.Messages;

namespace Suiying.Tests.Channels.WeChat;

/// <summary>The host with a WeChat account, and the platform beside it: it sends what followers write, and takes what is written to them.</summary>
public class WeChatApp : SuiyingApp
{
    public const string App = "wx2c2769f8efd9abc2";
    public const string Key = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    public const string Token = "spamtest";

    public WeChatPlatform Platform { get; } = new();

    public override async ValueTask InitializeAsync()
    {
        Platform.Start();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Platform.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("SUIYING_WECHAT_APPID", App);
        builder.UseSetting("SUIYING_WECHAT_TOKEN", Token);
        builder.UseSetting("SUIYING_WECHAT_KEY", Key);
        builder.UseSetting("SUIYING_WECHAT_SECRET", WeChatPlatform.Secret);
        builder.UseSetting("SUIYING_WECHAT_NAME", "示例12345");
        builder.UseSetting("SUIYING_WECHAT_URL", Platform.Address);
        builder.UseSetting("SUIYING_ADDRESS", "https://12345.example");
    }

    /// <summary>What a follower sends, as the platform posts it; the words of the answer, or what was answered instead.</summary>
    public async Task<string> Write(string from, string text, string? id = null) =>
        Words(await Post(Xml(from, "text", $"<Content>{SecurityElement.Escape(text)}</Content><MsgId>{id ?? NewId()}</MsgId>")));

    public Task<string> Show(string from, string media, string? id = null) =>
        Answered(Xml(from, "image", $"<PicUrl>https://pic.example/0</PicUrl><MediaId>{media}</MediaId><MsgId>{id ?? NewId()}</MsgId>"));

    private async Task<string> Answered(string xml) => Words(await Post(xml));

    public async Task<string> Send(string from, string type, string members) =>
        Words(await Post(Xml(from, type, $"{members}<MsgId>{NewId()}</MsgId>")));

    public async Task<string> Happen(string from, string what) => Words(await Post(Xml(from, "event", $"<Event>{what}</Event>")));

    public async Task<(HttpStatusCode Status, string Text)> Post(string xml, Func<string, string>? sign = null, DateTimeOffset? at = null)
    {
        var seal = new WeChatSeal(Token, Key, App);
        var (encrypted, timestamp, nonce) = (seal.Close(xml), $"{(at ?? Now).ToUnixTimeSeconds()}", "1320562132");
        var signature = sign?.Invoke(encrypted) ?? Signature(timestamp, nonce, encrypted);
        using var http = CreateClient();
        using var body = new StringContent(
            $"<xml><ToUserName>gh_1</ToUserName><Encrypt>{encrypted}</Encrypt></xml>",
            Encoding.UTF8,
            "text/xml"
        );
        using var answer = await http.PostAsync(
            $"/api/wechat?signature=x&timestamp={timestamp}&nonce={nonce}&openid=x&encrypt_type=aes&msg_signature={signature}",
            body
        );
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>SHA-1 over the sorted parts, written here a second time, as the platform's own page says it.</summary>
    public static string Signature(params string[] parts)
    {
        string[] all = [Token, .. parts];
        Array.Sort(all, string.CompareOrdinal);
#pragma warning disable CA5350 // The platform signs so.
        return Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(string.Join("", all)))).ToLowerInvariant();
#pragma warning restore CA5350
    }

    public string Xml(string from, string type, string members) =>
        $"<xml><ToUserName>gh_1</ToUserName><FromUserName>{from}</FromUserName><CreateTime>{Now.ToUnixTimeSeconds()}</CreateTime>"
        + $"<MsgType>{type}</MsgType>{members}</xml>";

    private string NewId() => $"{Guid.CreateVersion7(Now):N}";

    private static string Words((HttpStatusCode Status, string Text) answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        if (answer.Text == "success")
            return "";
        var envelope = XElement.Parse(answer.Text);
        string Of(string member) => envelope.Element(member)!.Value;
        Assert.Equal(Signature(Of("TimeStamp"), Of("Nonce"), Of("Encrypt")), Of("MsgSignature"));
        var inside = XElement.Parse(new WeChatSeal(Token, Key, App).Open(Of("Encrypt"))!);
        Assert.Equal("text", inside.Element("MsgType")!.Value);
        return inside.Element("Content")!.Value;
    }
}

/// <summary>A city that set up no secret: it is sent messages, and can ask the platform for nothing.</summary>
public sealed class ListeningApp : WeChatApp
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("SUIYING_WECHAT_SECRET", "");
    }
}

/// <summary>The part of the platform that an account writes to: tokens that end, customer service messages, and pictures that followers sent.</summary>
public sealed class WeChatPlatform : LoopbackProgram
{
    public const string Secret = "0123456789abcdef0123456789abcdef";

    /// <summary>MediaId of a picture that it takes too long to hand out.</summary>
    public const string Slow = "slow";

    private readonly ConcurrentQueue<(string To, string Text)> got = new();
    private int given;

    public string Address => Origin;

    public IReadOnlyList<string> To(string openId) => [.. got.Where(g => g.To == openId).Select(g => g.Text)];

    /// <summary>How many tokens were given.</summary>
    public int Tokens => given;

    /// <summary>Errcode of the next answers to messages.</summary>
    public int Answers { get; set; }

    /// <summary>What it hands out, by MediaId.</summary>
    public ConcurrentDictionary<string, byte[]> Pictures { get; } = new();

    /// <summary>MediaIds for which it was asked with a token that holds.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>Done once it was asked for the slow picture.</summary>
    public TaskCompletionSource Silent { get; } = new();

    /// <summary>Ends the wait for the slow picture.</summary>
    public TaskCompletionSource Speaks { get; } = new();

    /// <summary>The token that holds no more.</summary>
    public void EndToken() => Interlocked.Increment(ref given);

    protected override async Task Answer(HttpListenerContext asked)
    {
        if (asked.Request.Url!.AbsolutePath == "/cgi-bin/media/get")
        {
            await HandOut(asked);
            return;
        }
        using var reader = new StreamReader(asked.Request.InputStream, Encoding.UTF8);
        using var json = JsonDocument.Parse(await reader.ReadToEndAsync());
        asked.Response.ContentType = "application/json";
        await asked.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(Say(asked.Request.Url!, json.RootElement)));
    }

    /// <summary>The picture; what is wrong comes as JSON under the type of text, as there.</summary>
    private async Task HandOut(HttpListenerContext asked)
    {
        var (token, media) = (asked.Request.QueryString["access_token"], asked.Request.QueryString["media_id"]!);
        if (media == Slow)
        {
            Silent.SetResult();
            await Speaks.Task;
            return;
        }
        var holds = token == $"T{given}";
        if (holds)
            Asked.Enqueue(media);
        var picture = holds && Pictures.TryGetValue(media, out var known) ? known : null;
        asked.Response.ContentType = picture is null ? "text/plain" : "image/jpeg";
        await asked.Response.OutputStream.WriteAsync(
            picture ?? Encoding.UTF8.GetBytes(holds ? """{"errcode":40007,"errmsg":"invalid media_id"}""" : """{"errcode":40001}""")
        );
    }

    private string Say(Uri asked, JsonElement body)
    {
        if (asked.AbsolutePath == "/cgi-bin/stable_token")
        {
            if (body.GetProperty("appid").GetString() != WeChatApp.App || body.GetProperty("secret").GetString() != Secret)
                return """{"errcode":40125,"errmsg":"invalid appsecret"}""";
            return $$"""{"access_token":"T{{Interlocked.Increment(ref given)}}","expires_in":7200}""";
        }
        if (asked.AbsolutePath != "/cgi-bin/message/custom/send" || asked.Query != $"?access_token=T{given}")
            return """{"errcode":40001,"errmsg":"invalid credential"}""";
        if (Answers == 0)
            got.Enqueue((body.GetProperty("touser").GetString()!, body.GetProperty("text").GetProperty("content").GetString()!));
        return $$"""{"errcode":{{Answers}},"errmsg":"as asked"}""";
    }
}
