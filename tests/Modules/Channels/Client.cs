using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Suiying.Channels.Features;
using Suiying.Contracts.Requests;
using Suiying.Testing;

namespace Suiying.Tests.Channels;

/// <summary>An answer of the door, as a program reads it.</summary>
internal sealed record Reply(HttpStatusCode Status, string ContentType, string Text, string? RetryAfter)
{
    public XElement Xml => XDocument.Parse(Text).Root!;

    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>Of a list with one element, or of the first.</summary>
    public string? First(string member) => Json[0].GetProperty(member).ToString();

    public IReadOnlyList<string> Ids => [.. Json.EnumerateArray().Select(r => r.GetProperty("service_request_id").GetString()!)];
}

/// <summary>Another program, with keys of its own.</summary>
internal sealed class Client(SuiyingApp app) : IDisposable
{
    public const string Lamp = "010101";
    public const string Text = "小区门口的路灯坏了一个多星期，晚上看不见路。";

    private readonly HttpClient http = app.CreateClient();

    public async Task<AddApiKey.Added> NewKey(string name = "演示程序")
    {
        var command = new AddApiKey.Command { Name = name };
        return (await app.Use<AddApiKey, Outcome<AddApiKey.Added>>(add => add.Run(command, Actor.System, default))).Value;
    }

    public async Task<Reply> Get(string path) => await Read(await http.GetAsync(At(path)));

    public Task<Reply> Post(string path, params (string Name, string Value)[] fields) =>
        Post(path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    public async Task<Reply> Post(string path, HttpContent content)
    {
        using (content)
            return await Read(await http.PostAsync(At(path), content));
    }

    public Task<Reply> PostRaw(string path, byte[] body, string contentType)
    {
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return Post(path, content);
    }

    public async Task<Reply> Send(HttpMethod method, string path)
    {
        using var message = new HttpRequestMessage(method, At(path));
        return await Read(await http.SendAsync(message));
    }

    /// <summary>A street lamp near 杨柳社区; fields given here replace those.</summary>
    public Task<Reply> Submit(string key, params (string Name, string Value)[] more) => Post("requests.json", Form(key, more));

    public async Task<string> Submitted(string key, params (string Name, string Value)[] more)
    {
        var reply = await Submit(key, more);
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Text);
        return reply.First("service_request_id")!;
    }

    public static (string, string)[] Form(string key, params (string Name, string Value)[] more)
    {
        (string Name, string Value)[] all =
        [
            ("api_key", key),
            ("service_code", Lamp),
            ("lat", "38.9161"),
            ("long", "115.5221"),
            ("address_string", "杨柳社区东门"),
            ("description", Text),
            ("first_name", "居民"),
            ("last_name", "演示"),
            ("phone", "13800000001"),
        ];
        return [.. all.Where(f => more.All(m => m.Name != f.Name)), .. more];
    }

    public void Dispose() => http.Dispose();

    private static Uri At(string path) => new(path.StartsWith('/') ? path : $"/open311/v2/{path}", UriKind.Relative);

    private static async Task<Reply> Read(HttpResponseMessage answer)
    {
        using (answer)
            return new Reply(
                answer.StatusCode,
                answer.Content.Headers.ContentType?.ToString() ?? "",
                Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync()),
                answer.Headers.TryGetValues("Retry-After", out var after) ? after.Single() : null
            );
    }
}

/// <summary>What others read of a request that is nobody's.</summary>
internal static class Others
{
    /// <summary>A request that a resident handed in on the page.</summary>
    public static async Task<string> Request(this SuiyingApp app, Suiying.Requests.Model.Intake? intake = null) =>
        (await app.Given.Request(intake)).Number;

    public static async Task<RequestId> IdOf(this SuiyingApp app, string number)
    {
        var filter = new ViewFilter { Numbers = [number] };
        return (await app.Use<IRequestViews, IReadOnlyList<RequestView>>(views => views.Find(filter, default)))[0].Id;
    }
}
