using System.Net;
using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Features;
using Suiying.Channels.Model.Inbox;
using Suiying.Channels.Model.Messages;
using Suiying.Channels.Storage;
using Suiying.Contracts.Channels;
using Suiying.Contracts.People;
using Suiying.Contracts.Requests;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;
using Suiying.Tests.Requests;

namespace Suiying.Tests.Channels.Inbox;

/// <summary>领导信箱: a letter waits until a person has read it, and its writer can see that.</summary>
public sealed class LetterTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private const string Form = "form[action='/mailbox']";

    [Fact]
    public async Task A_letter_waits_with_its_post_becomes_one_request_and_its_writer_is_told()
    {
        using var writer = app.Visitor();
        var text = "我们楼里七十岁以上的老人有九位，三年前就报了加装电梯。";
        var receipt = await Send(writer, "13800004401", text, name: "演示写信人");
        Assert.Equal("/mailbox/done", receipt.Address.AbsolutePath);
        Assert.Contains("写给市长（示例）", receipt.Says(".receipt"), StringComparison.Ordinal);
        Assert.Contains("最晚在", receipt.Says(".answer"), StringComparison.Ordinal);
        Assert.DoesNotContain("电梯", receipt.Text, StringComparison.Ordinal);

        var message = Assert.Single(await Letters(text));
        using var agents = await app.SignIn("agent");
        Assert.Contains(
            "市长信箱，写给市长（示例） · 138****4401",
            (await agents.Get("/desk/inbox?kind=Mailbox")).Says(),
            StringComparison.Ordinal
        );
        Assert.Contains("写给市长（示例）", (await agents.Get($"/desk/inbox/{message.Id}")).Says(".desk-detail"), StringComparison.Ordinal);

        await writer.SignInByPhone("13800004401");
        var mine = (await writer.Get("/my/requests")).Says();
        Assert.Contains("加装电梯 我们楼里", mine, StringComparison.Ordinal);
        Assert.Contains("来信待登记 写给市长（示例）", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("还没有诉求", mine, StringComparison.Ordinal);

        var agent = await app.Given.Staff("agent");
        var request = await Register(message, agent);
        Assert.Equal((Channel.Mailbox, message.PersonId, message.Id), (request.Channel, request.PersonId, request.Id.Value));
        Assert.Contains(
            "写给市长（示例）： 加装电梯 我们楼里",
            (await agents.Get($"/desk/all/{request.Number}")).Says(),
            StringComparison.Ordinal
        );
        await app.Drain();
        mine = (await writer.Get("/my/requests")).Says();
        Assert.Contains(request.Number, mine, StringComparison.Ordinal);
        Assert.DoesNotContain("来信待登记", mine, StringComparison.Ordinal);
        var told = await app.Use<ChannelsDb, List<OutgoingNotice>>(db =>
            db.Notices.AsNoTracking().Where(n => n.Matter == request.Number).ToListAsync()
        );
        Assert.Contains(told, n => n.Event == MessageEvent.Registered && n.PersonId == message.PersonId);
    }

    [Fact]
    public async Task Pressed_twice_it_is_one_letter_and_changed_it_is_another()
    {
        using var writer = app.Visitor();
        var page = await writer.Get("/mailbox");
        var text = "请把河边的步道接通，断头的地方只有两百米。";
        var (first, second) = (await Press(page, text), await Press(page, text));
        Assert.Equal(("/mailbox/done", "/mailbox/done"), (first.Address.AbsolutePath, second.Address.AbsolutePath));
        var one = Assert.Single(await Letters(text));
        await Press(page, text + "请回复。");
        Assert.Equal(2, (await Letters(text)).Count);
        foreach (var letter in await Letters(text))
            await Aside(letter.Id);
        Assert.Equal("13800004402", await PhoneOf(one));

        static Task<Page> Press(Page page, string text) =>
            page.Submit(Form, ("to", "housing"), ("subject", "接通步道"), ("text", text), ("phone", "138 0000 4402"));
    }

    [Fact]
    public async Task Who_has_signed_in_is_not_asked_for_a_phone_and_sees_what_was_put_aside()
    {
        using var writer = app.Visitor();
        await writer.SignInByPhone("13800004403");
        Assert.Empty((await writer.Get("/mailbox")).All("#phone"));
        var text = "建议把图书馆的闭馆时间推迟到晚上九点。";
        await Send(writer, null, text);
        var letter = Assert.Single(await Letters(text));
        Assert.Equal("13800004403", await PhoneOf(letter));
        Assert.Contains("来信待登记", (await writer.Get("/my/requests")).Says(), StringComparison.Ordinal);

        using var other = app.Visitor();
        await other.SignInByPhone("13800004404");
        Assert.DoesNotContain("图书馆", (await other.Get("/my/requests")).Text, StringComparison.Ordinal);
        Assert.Empty(await Waiting(await app.Given.Staff("agent")));
        Assert.Empty(await Waiting(Actor.Visitor));

        await Aside(letter.Id);
        var mine = (await writer.Get("/my/requests")).Says();
        Assert.Contains("没有登记为诉求", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("不成信", mine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_field_that_is_wrong_is_told_and_what_was_written_stays()
    {
        using var writer = app.Visitor();
        var page = await (await writer.Get("/mailbox")).Submit(
            Form,
            ("to", "nobody"),
            ("subject", ""),
            ("text", "短"),
            ("phone", "12"),
            ("name", new string('名', WriteLetter.LongestName + 1))
        );
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(
            ["to", "subject", "text", "phone", "name"],
            page.All(".error-summary a").Select(a => a.GetAttribute("href")!.Split('#')[1])
        );
        Assert.Equal("短", page.Find("#text").TextContent.Trim());
        Assert.Empty(await Letters("短"));
        var longest = await (await writer.Get("/mailbox")).Submit(Form, ("text", new string('长', WriteLetter.LongestText + 1)));
        Assert.Contains($"现在有 {WriteLetter.LongestText + 1} 个字", longest.Says(".error-summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_do_not_write_and_a_receipt_cannot_be_made_up()
    {
        var command = new WriteLetter.Command { Form = Guid.CreateVersion7(app.Now), To = "mayor" };
        var agent = await app.Given.Staff("agent");
        var outcome = await app.Use<WriteLetter, Outcome<LetterReceipt>>(write => write.Run(command, agent, default));
        Assert.False(outcome.Ok(out _, out var refusal));
        Assert.IsType<NotAllowed>(refusal);
        using var writer = app.Visitor();
        Assert.Equal("/mailbox", (await writer.Get("/mailbox/done?t=made-up")).Address.AbsolutePath);
        Assert.Equal("/mailbox", (await writer.Get("/mailbox/done")).Address.AbsolutePath);
    }

    [Fact]
    public async Task The_form_is_found_from_the_start_and_from_the_ordinary_form_and_is_light()
    {
        using var writer = app.Visitor();
        Assert.NotEmpty((await writer.Get("/")).All("main a[href='/mailbox']"));
        Assert.NotEmpty((await writer.Get("/submit")).All("main a[href='/mailbox']"));
        Assert.InRange(await writer.WeightOf("/mailbox"), 1, 60 * 1024);
        Assert.Contains("Mayor (example)", (await writer.Get("/mailbox?lang=en")).Says(), StringComparison.Ordinal);
    }

    private static async Task<Page> Send(Browser writer, string? phone, string text, string name = "")
    {
        var page = await writer.Get("/mailbox");
        (string, string)[] contact = phone is null ? [] : [("phone", phone), ("name", name)];
        return await page.Submit(Form, [("to", "mayor"), ("subject", "加装电梯"), ("text", text), .. contact]);
    }

    private async Task<List<IncomingMessage>> Letters(string text)
    {
        var all = await app.Use<ChannelsDb, List<IncomingMessage>>(db =>
            db.Inbox.AsNoTracking().Where(m => m.Kind == InboxKind.Mailbox).ToListAsync()
        );
        var found = new List<IncomingMessage>();
        foreach (var message in all)
        {
            var words = await app.Use<InboxGate, string?>(gate => Task.FromResult(gate.Open(message)?.Text));
            if (words?.Contains(text, StringComparison.Ordinal) == true)
                found.Add(message);
        }
        return found;
    }

    private async Task<string?> PhoneOf(IncomingMessage message)
    {
        var identity = await app.Use<ISealedIdentities, Identity?>(seal =>
            seal.Open(message.Person!.Value, OpeningPurpose.Notice, "test", Actor.System, default)
        );
        return identity?.Phone[3..];
    }

    private Task<IReadOnlyList<WaitingLetter>> Waiting(Actor by) =>
        app.Use<IWaitingLetters, IReadOnlyList<WaitingLetter>>(letters => letters.Of(by, default));

    private async Task Aside(Guid id)
    {
        var command = new DeclineMessage.Command { Message = id, Reason = "不成信" };
        var agent = await app.Given.Staff("agent");
        Assert.True((await app.Use<DeclineMessage, Outcome<Done>>(use => use.Run(command, agent, default))).Ok(out _, out _));
    }

    private async Task<ServiceRequest> Register(IncomingMessage message, Actor agent)
    {
        var take = new RegisterMessage.Command { Message = message.Id };
        Assert.True((await app.Use<RegisterMessage, Outcome<Done>>(use => use.Run(take, agent, default))).Ok(out _, out _));
        var unfinished = await app.Use<FindCalls, Outcome<IReadOnlyList<UnfinishedCall>>>(find =>
            find.Run(new FindCalls.Query(), agent, default)
        );
        var begun = Assert.Single(unfinished.Value, u => u.Id == message.Request);
        var form = CallForm.Of(begun.Notes, begun.Id);
        form.Caller = new PersonId(begun.Person!.Value);
        var command = new RegisterCall.Command { Form = form, Next = CallNext.Wait };
        var number = (await app.Use<RegisterCall, Outcome<RegisterCall.Result>>(use => use.Run(command, agent, default)))
            .Value
            .Ticket
            .Number;
        return await app.Use<RequestsDb, ServiceRequest>(db => db.Requests.AsNoTracking().SingleAsync(r => r.Number == number));
    }
}
