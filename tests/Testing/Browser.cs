using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Suiying.Testing;

/// <summary>One person's browser without script: cookies of its own, pages, forms, and JSON where a test speaks to the API.</summary>
public sealed class Browser(HttpClient client) : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>For what the helpers do not cover.</summary>
    public HttpClient Client => client;

    public async Task<Page> Get(string path) => await Page.Read(this, await client.GetAsync(Address(path)));

    /// <summary>Posts fields as a form does; the token is one that a page of this browser carried.</summary>
    public async Task<Page> PostForm(string path, string? token, params (string Name, string Value)[] fields)
    {
        var all = fields.Select(f => KeyValuePair.Create(f.Name, f.Value));
        if (token is not null)
            all = all.Append(KeyValuePair.Create(Page.TokenField, token));
        using var content = new FormUrlEncodedContent(all);
        return await Post(path, content);
    }

    public async Task<Page> Post(string path, HttpContent content) => await Page.Read(this, await client.PostAsync(Address(path), content));

    /// <summary>Posts JSON to the API.</summary>
    public async Task<Page> PostJson<T>(string path, T body) =>
        await Page.Read(this, await client.PostAsJsonAsync(Address(path), body, Json));

    public void Dispose() => client.Dispose();

    internal static T Parse<T>(string text) =>
        JsonSerializer.Deserialize<T>(text, Json) ?? throw new InvalidOperationException("The answer is JSON null.");

    private static Uri Address(string path) => new(path, UriKind.RelativeOrAbsolute);
}
