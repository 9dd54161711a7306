using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Suiying.People.Features;
using Suiying.People.Model;
using Suiying.People.Storage;
using Suiying.Testing;

namespace Suiying.Tests.People;

/// <summary>What an interactive page's events ask before they are done.</summary>
public sealed class LeaveEndedSessionTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    [Fact]
    public async Task Events_are_done_before_the_next_is_read_also_when_the_session_must_be_looked_up()
    {
        using var agent = await app.SignIn("agent");
        var page = await Page();
        app.Clock.Advance(TimeSpan.FromMinutes(6));
        List<int> done = [];
        List<Task> events = [];
        for (var key = 0; key < 3; key++)
        {
            events.Add(page.Send(() => done.Add(key)));
            Assert.Equal(key, done[^1]);
        }
        await Task.WhenAll(events);
        Assert.Equal([0, 1, 2], done);
        Assert.Empty(page.Left);
    }

    [Fact]
    public async Task After_the_session_has_ended_elsewhere_nothing_is_done_and_the_page_asks_to_sign_in()
    {
        using var agent = await app.SignIn("agent2");
        var page = await Page();
        await app.Use(
            (PeopleDb db) =>
                db
                    .StaffSessions.Where(s => s.Id == page.Session)
                    .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, (DateTimeOffset?)app.Now))
        );
        app.Clock.Advance(TimeSpan.FromSeconds(31));
        await page.Send(() => Assert.Fail("Done after the end."));
        Assert.Equal(["/signin"], page.Left);
    }

    [Fact]
    public async Task Work_on_one_page_all_day_counts_as_being_there()
    {
        using var agent = await app.SignIn("reviewer");
        var page = await Page();
        app.Clock.Advance(TimeSpan.FromHours(1));
        await page.Send(() => { });
        for (var tries = 0; await Seen(page.Session) < app.Now; tries++)
        {
            Assert.True(tries < 5000, "Not seen.");
            await Task.Yield();
        }
    }

    private Task<DateTimeOffset> Seen(Guid session) =>
        app.Use((PeopleDb db) => db.StaffSessions.Where(s => s.Id == session).Select(s => s.SeenAt).SingleAsync());

    /// <summary>A page of whoever signed in last.</summary>
    private async Task<OpenPage> Page()
    {
        var session = await app.Use((PeopleDb db) => db.StaffSessions.OrderByDescending(s => s.Id).FirstAsync());
        return new OpenPage(app.Services.GetRequiredService<LiveSessions>(), session);
    }

    private sealed class OpenPage(LiveSessions live, StaffSession session) : AuthenticationStateProvider
    {
        private readonly Elsewhere elsewhere = new();

        public Guid Session => session.Id;

        /// <summary>Where the page was sent.</summary>
        public IReadOnlyList<string> Left => elsewhere.Left;

        public Task Send(Action handler)
        {
            var circuit = new LeaveEndedSession(live, this, elsewhere);
            var send = circuit.CreateInboundActivityHandler(_ =>
            {
                handler();
                return Task.CompletedTask;
            });
            return send(null!);
        }

        public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
            Task.FromResult(
                new AuthenticationState(
                    new ClaimsPrincipal(
                        new ClaimsIdentity(
                            [new(StaffSessions.Claim, $"{session.Id}"), new(ClaimTypes.NameIdentifier, $"{session.StaffId}")],
                            "test"
                        )
                    )
                )
            );
    }

    private sealed class Elsewhere : NavigationManager
    {
        private readonly List<string> left = [];

        public Elsewhere() => Initialize("https://city.example/", "https://city.example/desk/new");

        public IReadOnlyList<string> Left => left;

        protected override void NavigateToCore(string uri, NavigationOptions options) => left.Add(uri);
    }
}
