using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Storage;
using Suiying.Contracts.Channels;
using Suiying.Contracts.People;
using Suiying.Testing;
using Suiying.Tests.Requests;

namespace Suiying.Tests.Channels.Messages;

/// <summary>A city that has set up neither mail nor push: the page says so, and nothing is kept for what cannot go out.</summary>
public sealed class NotSetUpTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    [Fact]
    public async Task The_page_says_what_the_city_has_not_and_nothing_is_kept_for_it()
    {
        using var browser = app.Visitor();
        await browser.SignInByPhone("13855550001");
        var page = await browser.Get("/my/messages");
        Assert.Equal(3, page.All("input[name=channel][disabled]").Count);
        Assert.Contains("本市还没有开通", page.Says(), StringComparison.Ordinal);
        Assert.Empty(page.All("form[data-push]"));
        var refused = await page.Submit("main form[method=post]", ("channel", "Email"), ("email", "one@mail.example"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("本市还没有开通邮件", refused.Says("#channels-error"), StringComparison.Ordinal);

        var person = (await app.Use<ISealedIdentities, PersonId?>(seal => seal.FindByPhone("+8613855550001", default)))!.Value;
        var telling = new Telling
        {
            Id = Guid.CreateVersion7(app.Now),
            Person = person,
            Event = MessageEvent.Registered,
            Matter = "X-0001",
            Facts = new MessageFacts { Number = "X-0001" },
        };
        await app.Use<INotifier, bool>(async notifier =>
        {
            await notifier.Tell(telling, default);
            return true;
        });
        var kept = await app.Use<ChannelsDb, List<MessageChannel>>(db =>
            db.Notices.Where(n => n.Matter == "X-0001").Select(n => n.Channel).ToListAsync()
        );
        Assert.Equal([MessageChannel.Sms], kept);
    }

    [Fact]
    public void What_earlier_releases_stored_can_still_be_read()
    {
        var sample = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Events", "samples", $"{NoticeKept.Name}.1.json"));
        var kept = JsonSerializer.Deserialize<NoticeKept>(sample, JsonSerializerOptions.Web)!;
        Assert.Equal(Guid.Parse("0199a0b0-0000-7000-8000-000000000001"), kept.Notice);
    }
}
