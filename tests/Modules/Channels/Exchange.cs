using System.Net;
using System.Text.Json;
using Suiying.Channels.Features;
using Suiying.Channels.Model.Phone;
using Suiying.Channels.Storage;
using Suiying.Contracts.Channels;
using Suiying.Testing;

namespace Suiying.Tests.Channels;

/// <summary>A telephone system of the tests, with calls of its own.</summary>
internal sealed class Exchange : IDisposable
{
    private readonly SuiyingApp app;
    private readonly HttpClient http;
    private readonly ExchangePlayer player;

    private Exchange(SuiyingApp app, AddExchange.Added added)
    {
        (this.app, Key, http) = (app, added, app.CreateClient());
        player = new ExchangePlayer(http, added.Id, added.Secret, app.Clock);
    }

    public AddExchange.Added Key { get; }

    /// <summary>Connects when all calls of other tests are over.</summary>
    public static async Task<Exchange> Connect(SuiyingApp app, string recordings = "")
    {
        app.Clock.Advance(PhoneCall.LongestCall + TimeSpan.FromMinutes(1));
        var command = new AddExchange.Command { Name = "测试话务平台", Recordings = recordings };
        return new Exchange(
            app,
            (await app.Use<AddExchange, Outcome<AddExchange.Added>>(add => add.Run(command, Actor.System, default))).Value
        );
    }

    /// <summary>Tells an event that happens now, or some seconds ago.</summary>
    public async Task<JsonElement> Tell(
        CallEventKind kind,
        string call,
        string? agent = null,
        string? from = null,
        string? to = null,
        int ago = 0,
        string? recording = null
    )
    {
        var notice = new CallNotice
        {
            Kind = kind,
            Call = call,
            At = app.Now.AddSeconds(-ago),
            Agent = agent,
            From = from,
            To = to,
            Recording = recording,
        };
        var (status, text) = await player.Send(notice, null, default);
        Assert.True(status == HttpStatusCode.OK, text);
        return JsonDocument.Parse(text).RootElement.Clone();
    }

    public Task<(HttpStatusCode Status, string Text)> Send(CallNotice notice, string? message = null) =>
        player.Send(notice, message, default);

    /// <summary>An agent takes a call of this number at once.</summary>
    public async Task<Guid> Answer(string call, string agent, string? from)
    {
        await Tell(CallEventKind.Ringing, call, agent, from, ago: 4);
        return (await Tell(CallEventKind.Answered, call, agent, from)).GetProperty("call").GetGuid();
    }

    public async Task<PhonePanel> PanelOf(string agent)
    {
        var by = await app.Given.Staff(agent);
        return await app.Use<IPhoneDesk, PhonePanel>(phone => phone.Look(by, default));
    }

    public void Dispose() => http.Dispose();
}
