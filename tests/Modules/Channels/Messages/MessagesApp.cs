using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Features;
using Suiying.Channels.Model.Messages;
using Suiying.Channels.Storage;
using Suiying.Contracts.Channels;
using Suiying.Contracts.People;
using Suiying.Testing;

namespace Suiying.Tests.Channels.Messages;

/// <summary>The host with a mail server and an SMS gateway beside it, both real programs on the loopback.</summary>
public partial class MessagesApp : SuiyingApp
{
    public MailServer Mail { get; } = new();

    public SignedReceiver Sms { get; } = new();

    /// <summary>Another program that is told of changes.</summary>
    public SignedReceiver Program { get; } = new();

    public PushService Push { get; } = new();

    public override async ValueTask InitializeAsync()
    {
        Mail.Start();
        Sms.Start();
        Program.Start();
        Push.Clock = Clock;
        Push.Start();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Mail.DisposeAsync();
        Sms.Dispose();
        Program.Dispose();
        Push.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A resident who has signed in by the code that came to the gateway.</summary>
    public async Task<Browser> Resident(string phone)
    {
        var browser = Visitor();
        Assert.True((await browser.PostJson("/api/people/phone-codes", new { phone })).IsSuccess);
        var code = Six().Match(Sms.To($"+86{phone}")[^1].Text).Value;
        Assert.True((await browser.PostJson("/api/people/phone-codes/check", new { phone, code })).IsSuccess);
        return browser;
    }

    public async Task<PersonId> Person(string phone) =>
        (await Use<ISealedIdentities, PersonId?>(seal => seal.FindByPhone($"+86{phone}", default)))!.Value;

    /// <summary>Has the person told, and sends what is due.</summary>
    public async Task<Telling> Tell(PersonId person, MessageEvent of, string number, Guid? id = null)
    {
        var telling = new Telling
        {
            Id = id ?? Guid.CreateVersion7(Now),
            Person = person,
            Event = of,
            Matter = number,
            Facts = new MessageFacts { Number = number, Unit = "东街道办事处" },
        };
        await Use<INotifier, bool>(async notifier =>
        {
            await notifier.Tell(telling, default);
            return true;
        });
        await Drain();
        return telling;
    }

    /// <summary>What the timer does.</summary>
    public async Task<SendNotices.Report> Turn() =>
        (await Use<SendNotices, Outcome<SendNotices.Report>>(send => send.Run(new SendNotices.Command(), Actor.System, default))).Value;

    public Task<List<OutgoingNotice>> Kept(string matter) =>
        Use<ChannelsDb, List<OutgoingNotice>>(db =>
            db.Notices.AsNoTracking().Where(n => n.Matter == matter).OrderBy(n => n.CreatedAt).ThenBy(n => n.Channel).ToListAsync()
        );

    /// <summary>Path and query of the last link in a mail that leads there.</summary>
    public static string LinkIn(string? text, string path) =>
        new Uri(Links().Matches(text ?? "").Select(m => m.Value).Last(l => l.Contains(path, StringComparison.Ordinal))).PathAndQuery;

    /// <summary>A member of staff chooses what is sent to them, and where to.</summary>
    public static async Task<Page> Subscribe(Browser browser, string email, params string[] periodicals)
    {
        var page = await browser.Get("/desk/subscriptions");
        foreach (var box in page.All("input[name=periodicals]"))
            box.RemoveAttribute("checked");
        return await page.Submit("main form[method=post]", [("email", email), .. periodicals.Select(p => ("periodicals", p))]);
    }

    /// <summary>The same, and the link in the mail is opened and pressed.</summary>
    public async Task SubscribeAndConfirm(Browser browser, string email, params string[] periodicals)
    {
        await Subscribe(browser, email, periodicals);
        var page = await Visitor().Get(LinkIn(Mail.To(email)[^1].TextBody, "/messages/confirm"));
        Assert.Contains("已确认", (await page.Submit("main form[method=post]")).Says(), StringComparison.Ordinal);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("SUIYING_SMTP", $"localhost:{Mail.Port}");
        builder.UseSetting("SUIYING_SMTP_FROM", "随应（演示） <hotline@city.example>");
        builder.UseSetting("SUIYING_SMTP_USER", MailServer.User);
        builder.UseSetting("SUIYING_SMTP_PASSWORD", MailServer.Password);
        builder.UseSetting("SUIYING_SMTP_CA", Mail.Authority);
        builder.UseSetting("SUIYING_PUSH", "1");
        builder.UseSetting("SUIYING_WEBHOOK_ALLOW", "127.0.0.1");
        builder.UseSetting("SUIYING_SMS_URL", Sms.Address);
        builder.UseSetting("SUIYING_SMS_SECRET", SignedReceiver.Secret);
    }

    [GeneratedRegex(@"https://\S+")]
    private static partial Regex Links();

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex Six();
}
