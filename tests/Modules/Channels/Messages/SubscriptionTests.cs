using System.Net;
using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Features;
using Suiying.Channels.Storage;
using Suiying.Contracts.Channels;
using Suiying.Contracts.People;
using Suiying.People.Features;
using Suiying.Testing;

namespace Suiying.Tests.Channels.Messages;

/// <summary>Staff subscribe to periodicals: to a confirmed address, as long as they may read them, and until they stop it.</summary>
public sealed class SubscriptionTests(MessagesApp app) : IClassFixture<MessagesApp>
{
    private const string Address = "/desk/subscriptions",
        Form = "main form[method=post]",
        Daily = "scores.daily",
        Bulletin = "scores.bulletin";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_issue_goes_to_who_subscribed_once_their_address_is_confirmed_and_one_press_stops_it()
    {
        using var leader = await app.SignIn("leader");
        var saved = await Choose(leader, "leader@mail.example", Daily);
        Assert.Contains("请打开刚发到邮箱的链接确认", saved.Says(), StringComparison.Ordinal);
        await Publish(Daily, "第一期");
        var asked = Assert.Single(app.Mail.To("leader@mail.example"));
        var confirmed = await (await app.Visitor().Get(MessagesApp.LinkIn(asked.TextBody, "/messages/confirm"))).Submit(Form);
        Assert.Contains("订阅的文件会发到这个邮箱", confirmed.Says(), StringComparison.Ordinal);

        var id = await Publish(Daily, "第二期");
        await Publish(Daily, "第二期", id);
        await Publish(Bulletin, "通报");
        var mail = app.Mail.To("leader@mail.example").Skip(1).ToList();
        Assert.Equal("第二期", Assert.Single(mail).Subject);
        Assert.Contains("有效回访 12 件", mail[0].TextBody, StringComparison.Ordinal);
        Assert.Contains("https://12345.example/desk/scores/daily?day=2026-03-02", mail[0].TextBody, StringComparison.Ordinal);
        Assert.Contains("https://12345.example/desk/subscriptions", mail[0].TextBody, StringComparison.Ordinal);
        Assert.Contains("已确认是您的", (await leader.Get(Address)).Says(), StringComparison.Ordinal);

        var stop = await app.Visitor().Get(MessagesApp.LinkIn(mail[0].TextBody, "/messages/stop"));
        Assert.Contains("不再用邮件给您发订阅的文件", stop.Says(), StringComparison.Ordinal);
        Assert.Contains("不会再给您发邮件", (await stop.Submit(Form)).Says(), StringComparison.Ordinal);
        await Publish(Daily, "第三期");
        Assert.Equal(2, app.Mail.To("leader@mail.example").Count);
        Assert.Empty((await leader.Get(Address)).All("main input[type=checkbox][checked]"));

        // The address is still theirs: nothing has to be confirmed again.
        Assert.DoesNotContain(
            "请打开刚发到邮箱的链接确认",
            (await Choose(leader, "leader@mail.example", Daily)).Says(),
            StringComparison.Ordinal
        );
        await Publish(Daily, "第四期");
        Assert.Equal("第四期", app.Mail.To("leader@mail.example")[^1].Subject);
        await Choose(leader, "leader@mail.example");
    }

    [Fact]
    public async Task Who_may_read_it_no_longer_is_told_nothing_and_of_who_has_left_nothing_is_kept()
    {
        using var supervisor = await app.SignIn("supervisor");
        await app.SubscribeAndConfirm(supervisor, "supervisor@mail.example", Daily);
        var id = (await app.Given.Staff("supervisor")).Id;
        var nobodys = new Periodical(Daily, "考核日报", "", [Role.SystemAdmin]);
        await Publish(nobodys, "第五期");
        Assert.Single(app.Mail.To("supervisor@mail.example"));
        Assert.Equal(0, await app.Use<ChannelsDb, int>(db => db.Subscriptions.CountAsync(s => s.StaffId == id, Ct)));

        await Choose(supervisor, "supervisor@mail.example", Bulletin);
        var administrator = await app.Given.Staff("sysadmin");
        var leaving = new SetStaffActive.Command { Id = id, Active = false };
        Assert.True((await app.Use<SetStaffActive, Outcome<Done>>(set => set.Run(leaving, administrator, Ct))).Ok(out _, out _));
        await Publish(Bulletin, "第六期");
        Assert.Single(app.Mail.To("supervisor@mail.example"));
        Assert.Equal(0, await app.Use<ChannelsDb, int>(db => db.Wishes.CountAsync(w => w.PersonId == id, Ct)));
        Assert.False(await app.Use<ISealedIdentities, bool>(seal => seal.HasEmail(new PersonId(id), "supervisor@mail.example", Ct)));
    }

    [Fact]
    public async Task What_is_wrong_is_told_beside_its_field_and_nothing_is_stored()
    {
        using var leader = await app.SignIn("eastleader");
        Assert.Contains("要订阅，请填邮箱", (await Choose(leader, "", Daily)).Says(), StringComparison.Ordinal);
        var wrong = await Choose(leader, "no address", Daily);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Contains("这不像邮箱地址", wrong.Says(), StringComparison.Ordinal);
        Assert.Equal("no address", wrong.All("main #email")[0].GetAttribute("value"));
        Assert.Contains("有的订阅您看不到", (await Choose(leader, "a@mail.example", "scores.hourly")).Says(), StringComparison.Ordinal);
        Assert.Empty((await leader.Get(Address)).All("main input[type=checkbox][checked]"));
    }

    [Theory]
    [InlineData("agent")]
    [InlineData("east1")]
    [InlineData("sysadmin")]
    public async Task Who_reads_none_of_them_subscribes_to_none(string login)
    {
        using var browser = await app.SignIn(login);
        Assert.False((await browser.Get(Address)).IsSuccess);
        var by = await app.Given.Staff(login);
        var save = await app.Use<SaveSubscriptions, Outcome<SaveSubscriptions.Saved>>(use =>
            use.Run(new() { Periodicals = [Daily] }, by, Ct)
        );
        Assert.IsType<NotAllowed>(save.Refusal);
        Assert.IsType<NotAllowed>((await app.Use<SaveSubscriptions, Outcome<SaveSubscriptions.View>>(use => use.Look(by, Ct))).Refusal);
        var stranger = await app.Visitor().Get(Address);
        Assert.True(!stranger.IsSuccess || stranger.Address.AbsolutePath == "/signin");
    }

    private static Task<Page> Choose(Browser browser, string email, params string[] periodicals) =>
        MessagesApp.Subscribe(browser, email, periodicals);

    private Task<Guid> Publish(string key, string title, Guid? id = null) =>
        app.Use<IEnumerable<Periodical>, Guid>(all => Publish(all.First(p => p.Key == key), title, id));

    private async Task<Guid> Publish(Periodical of, string title, Guid? id = null)
    {
        var issue = new PeriodicalIssue
        {
            Id = id ?? Guid.CreateVersion7(app.Now),
            Of = of,
            Title = title,
            Summary = "有效回访 12 件，得分 80.0。",
            Path = "/desk/scores/daily?day=2026-03-02",
        };
        await app.Use<IPeriodicals, bool>(async post =>
        {
            await post.Publish(issue, Ct);
            return true;
        });
        await app.Drain();
        return issue.Id;
    }
}
