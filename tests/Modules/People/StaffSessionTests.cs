using Microsoft.EntityFrameworkCore;
using Suiying.People.Storage;
using Suiying.Testing;

namespace Suiying.Tests.People;

/// <summary>Where one is signed in, and how that ends.</summary>
public sealed class StaffSessionTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private const string Sessions = "form:has(input[value=end-sessions])";

    [Fact]
    public async Task A_person_sees_where_they_are_signed_in_and_ends_the_others_at_once()
    {
        using var here = app.Visitor();
        here.Client.DefaultRequestHeaders.UserAgent.ParseAdd(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36"
        );
        await SignIn(here, "callback");
        using var there = await app.SignIn("callback");
        using var third = await app.SignIn("callback");

        var me = await here.Get("/me");
        Assert.Contains("Chrome · Windows", me.Says(Sessions), StringComparison.Ordinal);
        Assert.Equal(3, me.All($"{Sessions} tbody tr").Count);
        Assert.Single(me.All($"{Sessions} tbody .tag"));

        var one = me.All($"{Sessions} tbody button")[0].GetAttribute("value")!;
        me = await me.Submit(Sessions, ("session", one));
        Assert.Equal(2, me.All($"{Sessions} tbody tr").Count);
        Assert.NotEqual(await IsIn(there), await IsIn(third));

        me = await me.Submit(Sessions, ("session", ""));
        Assert.Single(me.All($"{Sessions} tbody tr"));
        Assert.False(await IsIn(there));
        Assert.False(await IsIn(third));
        Assert.True(await IsIn(here));
    }

    [Fact]
    public async Task Rubbish_for_a_session_ends_none()
    {
        using var here = await app.SignIn("reviewer");
        using var there = await app.SignIn("reviewer");
        await (await here.Get("/me")).Submit(Sessions, ("session", "rubbish"));
        Assert.True(await IsIn(there));
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_another_by_its_id()
    {
        using var victim = await app.SignIn("leader");
        var id = await app.Use((PeopleDb db) => db.StaffSessions.OrderByDescending(s => s.Id).Select(s => s.Id).FirstAsync());
        using var other = await app.SignIn("agent");
        await (await other.Get("/me")).Submit(Sessions, ("session", id.ToString()));
        Assert.True(await IsIn(victim));
    }

    [Fact]
    public async Task The_security_administrator_ends_all_sessions_of_a_person_and_it_is_kept()
    {
        using var agent = await app.SignIn("dispatcher");
        using var security = await app.SignIn(Role.SecurityAdmin);
        var list = await security.Get("/staff?q=dispatcher");
        var account = await security.Get(list.Find("main table a").GetAttribute("href")!);
        var after = await account.Submit(Sessions, ("session", ""));
        Assert.Contains("现在没有登录", after.Says(Sessions), StringComparison.Ordinal);
        Assert.False(await IsIn(agent));
        Assert.True(await IsIn(security));

        using var auditor = await app.SignIn(Role.AuditAdmin);
        Assert.Contains("结束全部登录", (await auditor.Get("/audit/accounts?login=dispatcher")).Says(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_not_only_the_cookie()
    {
        using var agent = await app.SignIn("agent");
        var before = await Alive();
        await (await agent.Get("/me")).Submit("form[action='/signout']");
        Assert.Equal(before - 1, await Alive());
    }

    [Fact]
    public async Task A_session_ended_by_another_process_is_over_within_the_minute()
    {
        using var agent = await app.SignIn("supervisor");
        Assert.True(await IsIn(agent));
        await app.Use(
            (PeopleDb db) =>
                db
                    .StaffSessions.Where(s => s.EndedAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, (DateTimeOffset?)app.Now))
        );
        app.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.False(await IsIn(agent));
    }

    [Fact]
    public async Task A_session_outlives_the_renewal_of_its_cookie()
    {
        using var agent = await app.SignIn(Role.SystemAdmin);
        for (var hour = 0; hour < 12; hour++)
        {
            app.Clock.Advance(TimeSpan.FromHours(1));
            Assert.True(await IsIn(agent));
        }
        Assert.Contains("演示登录", (await agent.Get("/me")).Says(Sessions), StringComparison.Ordinal);
    }

    private Task<int> Alive() => app.Use((PeopleDb db) => db.StaffSessions.CountAsync(s => s.EndedAt == null));

    private static async Task<bool> IsIn(Suiying.Testing.Browser browser) => (await browser.Get("/me")).Address.AbsolutePath == "/me";

    private static async Task SignIn(Suiying.Testing.Browser browser, string login) =>
        await browser.PostForm("/signin/demo", (await browser.Get("/signin")).Token, ("login", login));
}
