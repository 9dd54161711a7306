using System.Net;
using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Features;
using Suiying.Channels.Model.Messages;
using Suiying.Channels.Storage;
using Suiying.Contracts.Channels;
using Suiying.Testing;

namespace Suiying.Tests.Channels.Messages;

/// <summary>The person says how they are told; what goes to an address goes to its owner alone, and stops at a word.</summary>
public sealed class WishesTests(MessagesApp app) : IClassFixture<MessagesApp>
{
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task Mail_goes_to_an_address_only_after_its_owner_confirmed_it_and_over_tls_with_sign_in()
    {
        using var browser = await app.Resident("13822220001");
        var person = await app.Person("13822220001");
        var saved = await Choose(browser, "one@mail.example", ("channel", "Email"));
        Assert.Contains("请打开刚发到邮箱的链接确认", saved.Says(), StringComparison.Ordinal);
        await app.Tell(person, MessageEvent.Registered, "W-0001");
        var asked = Assert.Single(app.Mail.To("one@mail.example"));
        Assert.Empty(await app.Kept("W-0001"));

        // Whoever only opens the link, as programs do, confirms nothing.
        var stranger = app.Visitor();
        var page = await stranger.Get(MessagesApp.LinkIn(asked.TextBody, "/messages/confirm"));
        await app.Tell(person, MessageEvent.Registered, "W-0002");
        Assert.Empty(await app.Kept("W-0002"));
        Assert.Contains("已确认", (await page.Submit(Form)).Says(), StringComparison.Ordinal);

        await app.Tell(person, MessageEvent.Dispatched, "W-0003");
        var mail = app.Mail.To("one@mail.example")[^1];
        Assert.True(app.Mail.Proper);
        Assert.Equal("您的诉求（编号W-0003）有新进展", mail.Subject);
        Assert.Contains("已派给东街道办事处办理", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal($"{(await app.Kept("W-0003"))[0].Id:N}@city.example", mail.MessageId);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        Assert.Contains("one@mail.example", (await browser.Get("/my/data")).Says(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_confirms_no_other_address_and_not_after_a_day()
    {
        using var browser = await app.Resident("13822220002");
        await Choose(browser, "old@mail.example", ("channel", "Email"));
        var old = MessagesApp.LinkIn(app.Mail.To("old@mail.example").Single().TextBody, "/messages/confirm");
        var soon = await Choose(browser, "new@mail.example", ("channel", "Email"));
        Assert.Equal(HttpStatusCode.TooManyRequests, soon.Status);
        app.Clock.Advance(TimeSpan.FromMinutes(3));
        await Choose(browser, "new@mail.example", ("channel", "Email"));
        Assert.Contains("链接不对或已过期", (await (await app.Visitor().Get(old)).Submit(Form)).Says(), StringComparison.Ordinal);
        var late = MessagesApp.LinkIn(app.Mail.To("new@mail.example").Single().TextBody, "/messages/confirm");
        app.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(HttpStatusCode.Forbidden, (await app.Visitor().Get(late)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await app.Visitor().Get("/messages/confirm?t=forged")).Status);
    }

    [Fact]
    public async Task One_press_in_the_mail_program_stops_mail_and_so_does_the_page_and_nothing_else_stops()
    {
        using var browser = await app.Resident("13822220003");
        var person = await app.Person("13822220003");
        await Confirmed(browser, "three@mail.example", ("channel", "Sms"), ("channel", "Email"));
        await app.Tell(person, MessageEvent.Registered, "W-0010");
        var head = app.Mail.To("three@mail.example")[^1].Headers["List-Unsubscribe"]!.Trim('<', '>');
        Assert.StartsWith("https://12345.example/messages/stop/now?t=", head, StringComparison.Ordinal);
        var path = new Uri(head).PathAndQuery;
        using var program = app.Visitor();
        Assert.Contains("不再用邮件告诉您进展", (await program.Get(path)).Says(), StringComparison.Ordinal);
        using var body = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        Assert.Equal(HttpStatusCode.OK, (await program.Post(path, body)).Status);
        await app.Tell(person, MessageEvent.Registered, "W-0011");
        Assert.Equal([MessageChannel.Sms], (await app.Kept("W-0011")).Select(n => n.Channel));

        await Choose(browser, "three@mail.example", ("channel", "Email"));
        await app.Tell(person, MessageEvent.Registered, "W-0012");
        var page = await app.Visitor().Get(MessagesApp.LinkIn(app.Mail.To("three@mail.example")[^1].TextBody, "/messages/stop"));
        Assert.Contains("已退订", (await page.Submit(Form)).Says(), StringComparison.Ordinal);
        await app.Tell(person, MessageEvent.Registered, "W-0013");
        Assert.Empty(await app.Kept("W-0013"));
        Assert.Equal(HttpStatusCode.Forbidden, (await program.Post("/messages/stop/now?t=forged", new StringContent(""))).Status);
    }

    [Fact]
    public async Task A_digest_lists_numbers_and_states_in_one_message_and_what_needs_an_answer_comes_at_once()
    {
        using var browser = await app.Resident("13822220004");
        var person = await app.Person("13822220004");
        await Choose(browser, "", ("channel", "Sms"), ("digest", "Daily"), ("language", "en"));
        await app.Tell(person, MessageEvent.Registered, "W-0020");
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await app.Tell(person, MessageEvent.Assigned, "W-0021");
        await app.Tell(person, MessageEvent.MaterialNeeded, "W-0022");
        var phone = "+8613822220004";
        Assert.Contains("W-0022", app.Sms.To(phone)[^1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(app.Sms.To(phone), m => m.Text.Contains("W-0020", StringComparison.Ordinal));
        app.Clock.Advance(TimeSpan.FromHours(24));
        await app.Turn();
        var digest = app.Sms.To(phone)[^1].Text;
        Assert.Equal(
            "[12345] News of your requests (2):\nYour request (W-0020) has been registered.\nYour request (W-0021) has been handed on. See how it goes on under “My requests”, or call 12345.",
            digest
        );
        Assert.Equal(NoticeState.Sent, (await app.Kept("W-0021"))[0].State);
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("a@b")]
    [InlineData("x@mail.example, y@mail.example")]
    public async Task What_is_no_address_is_told_beside_the_field(string email)
    {
        using var browser = await app.Resident($"1382222{1000 + email.Length}");
        var page = await Choose(browser, email, ("channel", "Email"));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("这不像邮箱地址", page.Says("#email-error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_erased_their_data_is_told_no_more_and_their_wishes_are_forgotten()
    {
        using var browser = await app.Resident("13822220005");
        var person = await app.Person("13822220005");
        await Confirmed(browser, "five@mail.example", ("channel", "Email"));
        await app.Use<Suiying.Contracts.People.ISealedIdentities, int>(seal => seal.Erase([person], default));
        var before = app.Mail.To("five@mail.example").Count;
        await app.Tell(person, MessageEvent.Registered, "W-0030");
        Assert.Equal(NoticeState.Dropped, (await app.Kept("W-0030"))[0].State);
        Assert.Equal(before, app.Mail.To("five@mail.example").Count);
        Assert.Equal(0, await app.Use<ChannelsDb, int>(db => db.Wishes.CountAsync(w => w.PersonId == person.Value)));
    }

    [Fact]
    public async Task Nobody_sets_the_wishes_of_another()
    {
        using var visitor = app.Visitor();
        Assert.EndsWith(
            "/my",
            (await visitor.Get("/my/messages")).Address.AbsolutePath.Replace("/signin", "/my", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        var command = new SaveWishes.Command { Channels = new ChosenChannels(false, false, false) };
        foreach (var by in new[] { Actor.Visitor, Actor.System })
            Assert.IsType<NotAllowed>((await app.Use<SaveWishes, Outcome<SaveWishes.Saved>>(s => s.Run(command, by, default))).Refusal);
    }

    private async Task Confirmed(Browser browser, string email, params (string, string)[] fields)
    {
        await Choose(browser, email, fields);
        var page = await app.Visitor().Get(MessagesApp.LinkIn(app.Mail.To(email)[^1].TextBody, "/messages/confirm"));
        Assert.Contains("已确认", (await page.Submit(Form)).Says(), StringComparison.Ordinal);
    }

    private static async Task<Page> Choose(Browser browser, string email, params (string Name, string Value)[] fields)
    {
        var page = await browser.Get("/my/messages");
        foreach (var box in page.All("input[name=channel]"))
            box.RemoveAttribute("checked");
        (string, string)[] given = [("email", email), .. fields];
        return await page.Submit("main form[method=post]", given);
    }
}
