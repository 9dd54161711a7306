using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Features;
using Suiying.Channels.Model.Inbox;
using Suiying.Channels.Model.Phone;
using Suiying.Channels.Storage;
using Suiying.Contracts.Requests;
using Suiying.Testing;

namespace Suiying.Tests.Channels.Inbox;

/// <summary>A program of the tests that hands messages in, with a source of its own.</summary>
internal sealed class Sender : IDisposable
{
    private readonly SuiyingApp app;
    private readonly HttpClient http;

    private Sender(SuiyingApp app, AddInboxSource.Added key) => (this.app, Key, http) = (app, key, app.CreateClient());

    public AddInboxSource.Added Key { get; }

    public static async Task<Sender> Connect(SuiyingApp app, InboxKind kind = InboxKind.Sms)
    {
        var command = new AddInboxSource.Command { Name = "测试来件来源", Kind = kind };
        var added = await app.Use<AddInboxSource, Outcome<AddInboxSource.Added>>(add => add.Run(command, Actor.System, default));
        return new Sender(app, added.Value);
    }

    /// <summary>A source that was connected elsewhere.</summary>
    public static Sender Of(SuiyingApp app, AddInboxSource.Added key) => new(app, key);

    /// <summary>Hands in a message that must be taken; the id that it was given.</summary>
    public async Task<Guid> Send(
        string id,
        string? from,
        string text,
        string? about = null,
        string? name = null,
        params IReadOnlyList<byte[]> photos
    )
    {
        var (status, answer) = await Post(Body(id, from, text, about, name, photos));
        Assert.True(status == HttpStatusCode.OK, answer);
        return JsonDocument.Parse(answer).RootElement.GetProperty("message").GetGuid();
    }

    public string Body(string id, string? from, string text, string? about, string? name, IReadOnlyList<byte[]> photos) =>
        JsonSerializer.Serialize(
            new
            {
                id,
                at = app.Now,
                from,
                name,
                text,
                about,
                photos,
            }
        );

    public Task<(HttpStatusCode Status, string Text)> Post(string body) =>
        Post(body, SignedMessage.Seal(Key.Secret, $"msg_{Guid.CreateVersion7():N}", app.Now, body));

    public async Task<(HttpStatusCode Status, string Text)> Post(string body, MessageSeal seal, Guid? source = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/inbox/{source ?? Key.Id}/messages");
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Add("webhook-id", seal.Id);
        request.Headers.Add("webhook-timestamp", seal.Timestamp);
        request.Headers.Add("webhook-signature", seal.Signature);
        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public Task<IncomingMessage> Stored(Guid id) =>
        app.Use<ChannelsDb, IncomingMessage>(db => db.Inbox.AsNoTracking().SingleAsync(m => m.Id == id));

    public void Dispose() => http.Dispose();
}
