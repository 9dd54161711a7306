using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Features;
using Suiying.Channels.Model.Inbox;
using Suiying.Channels.Storage;
using Suiying.Contracts.People;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;
using Suiying.Tests.Hostile;
using Suiying.Tests.Requests;
using static Suiying.Tests.Requests.ResidentPhotoTests;

namespace Suiying.Tests.Channels.Inbox;

/// <summary>来件照片: from the signed door to the matter; who sees them meanwhile, and when they go.</summary>
public sealed class InboxPhotoTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Photos_are_seen_by_those_who_decide_about_the_message_and_by_nobody_else()
    {
        using var sender = await Sender.Connect(app);
        var id = await sender.Send("v1", "13800004401", "门口的树倒了，见照片。", photos: [Photo(71, 50), Photo(72, 50)]);
        var other = await sender.Send("v2", "13800004402", "另一条没有照片的来件。");
        using var agent = await app.SignIn("agent");
        var page = await agent.Get($"/desk/inbox/{id}");
        Assert.Contains("2 张照片", page.Says(".desk-list"), StringComparison.Ordinal);
        var shown = page.All(".desk-detail .photos img").Select(img => img.GetAttribute("src")!).ToList();
        Assert.Equal(2, shown.Count);
        Assert.Equal(HttpStatusCode.OK, await Ask(agent, shown[0]));
        using var dispatcher = await app.SignIn("dispatcher");
        Assert.Equal(HttpStatusCode.OK, await Ask(dispatcher, shown[1]));
        var file = shown[0].Split('?')[0];
        foreach (var address in new[] { file, $"{file}?message={other}", $"{file}?message={Guid.CreateVersion7()}" })
            Assert.Equal(HttpStatusCode.NotFound, await Ask(agent, address));
        foreach (var login in new[] { "east1", "supervisor", "leader", "sysadmin", "secadmin", "auditadmin" })
        {
            using var somebody = await app.SignIn(login);
            Assert.Equal(HttpStatusCode.NotFound, await Ask(somebody, shown[0]));
        }
        using var resident = app.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, await Ask(resident, shown[0]));
        await resident.SignInByPhone("13800004401");
        Assert.Equal(HttpStatusCode.NotFound, await Ask(resident, shown[0]));
        foreach (var by in new[] { Actor.Visitor, Actor.System, await app.Given.Staff(Role.UnitHandler) })
            Assert.False(await app.Use<InboxFiles, bool>(files => files.MayRead(id, Path.GetFileName(file), by, Ct)));
        await Aside(id);
        await Aside(other);
    }

    [Fact]
    public async Task Registering_puts_them_on_the_call_page_where_the_agent_may_take_one_off()
    {
        using var sender = await Sender.Connect(app);
        var id = await sender.Send("r1", "13800004403", "围墙裂了一道缝，见照片。", photos: [Photo(73, 50), Photo(74, 50)]);
        var agent = await app.Given.Staff("agent");
        await Must<RegisterMessage>(use => use.Run(new RegisterMessage.Command { Message = id }, agent, Ct));
        var begun = Assert.Single(
            (await app.Use<FindCalls, Outcome<IReadOnlyList<UnfinishedCall>>>(find => find.Run(new FindCalls.Query(), agent, Ct))).Value,
            u => u.Id.Value == id
        );
        var form = CallForm.Of(begun.Notes, begun.Id);
        form.Caller = new PersonId(begun.Person!.Value);
        Assert.Equal(2, form.Photos.Count);
        Assert.All(form.Photos, photo => Assert.True(photo is { IsPicture: true, Bytes: > 100 }));
        form.Photos.RemoveAt(0);
        var command = new RegisterCall.Command { Form = form, Next = CallNext.Wait };
        var ticket = (await app.Use<RegisterCall, Outcome<RegisterCall.Result>>(use => use.Run(command, agent, Ct))).Value.Ticket;
        Assert.Equal([form.Photos[0].File], await Attached(ticket.Number));
        using var browser = await app.SignIn("agent");
        Assert.Single((await browser.Get($"/desk/all/{ticket.Number}")).All(".photos img"));
    }

    [Fact]
    public async Task Adding_the_message_to_a_matter_adds_them_as_its_senders_own()
    {
        using var sender = await Sender.Connect(app);
        var number = (await app.Given.Request(phone: "13800004404")).Number;
        var id = await sender.Send("j1", "13800004404", "补一张照片，能看清楚是哪一盏。", photos: Photo(75, 50));
        var join = new JoinMessage.Command { Message = id, Number = number };
        await Must<JoinMessage>(async use => await use.Run(join, await app.Given.Staff(Role.Dispatcher), Ct));
        Assert.Single(await Attached(number));
        var added = await app.Use<RequestsDb, RequestAttachment>(db =>
            db.Attachments.AsNoTracking().SingleAsync(a => db.Requests.Any(r => r.Number == number && r.Id == a.RequestId))
        );
        Assert.Equal((RequestAction.AddFacts, false), (added.AddedBy, added.OfUnit));
    }

    [Fact]
    public async Task Each_photo_that_cannot_be_kept_is_told_and_then_nothing_is_kept()
    {
        using var sender = await Sender.Connect(app);
        byte[][] hostile =
        [
            "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray(),
            Photo(76, 50),
            [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8],
            Nasty.HugePicture(),
            [],
        ];
        var (status, text) = await sender.Post(sender.Body("h1", null, "几张照片都打不开。", null, null, hostile));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        foreach (var said in new[] { "第1张不是照片", "第3张是HEIC格式", "第4张有60000×60000像素", "第5张不是照片" })
            Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.DoesNotContain("第2张", text, StringComparison.Ordinal);
        foreach (var photos in new[] { "7", "[7]", "[\"no base 64\"]", $"[{string.Join(',', Enumerable.Repeat("\"AAAA\"", 6))}]" })
        {
            var body = $$"""{"id":"h2","at":"{{app.Now:O}}","text":"照片写得不对。","photos":{{photos}}}""";
            (status, text) = await sender.Post(body);
            Assert.Equal(HttpStatusCode.BadRequest, status);
            Assert.Contains("\"field\":\"photos\"", text, StringComparison.Ordinal);
        }
        Assert.False(await app.Use<ChannelsDb, bool>(db => db.Inbox.AnyAsync(m => m.SourceId == sender.Key.Id)));
    }

    [Fact]
    public async Task A_stranger_may_not_make_us_read_what_a_source_may()
    {
        using var sender = await Sender.Connect(app);
        // Bytes behind the picture count, and do not survive.
        byte[] large = [.. Photo(77, 50), .. new byte[200 * 1024]];
        var id = await sender.Send("l1", null, "一张很大的照片。", photos: large);
        var files = (await Words(sender, id)).Photos;
        Assert.InRange(await Length(Assert.Single(files)), 100, 10_000);
        var body = sender.Body("l2", null, "一张很大的照片。", null, null, [large]);
        var seal = Suiying.Channels.Model.Phone.SignedMessage.Seal(sender.Key.Secret, "m1", app.Now, body);
        var (status, text) = await sender.Post(body, seal, Guid.CreateVersion7());
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("32 KB", text, StringComparison.Ordinal);
        await Aside(id);
    }

    [Fact]
    public async Task They_stay_while_the_message_is_known_and_go_with_it()
    {
        using var sender = await Sender.Connect(app);
        var photo = Photo(78, 50);
        var id = await sender.Send("s1", "13800004405", "这张照片要等很久。", photos: photo);
        Assert.Equal(id, await sender.Send("s1", "13800004405", "这张照片要等很久。", photos: photo));
        var file = Assert.Single((await Words(sender, id)).Photos);
        await Sweep(TimeSpan.FromDays(3));
        Assert.True(await Length(file) > 0);
        // Older than what the sweep still looks at.
        app.Clock.Advance(TimeSpan.FromDays(40));
        await Aside(id);
        app.Clock.Advance(ClearInbox.KeptFor + TimeSpan.FromHours(1));
        await app.Use<ClearInbox, Outcome<ClearInbox.Cleared>>(clear => clear.Run(new ClearInbox.Command(), Actor.System, Ct));
        Assert.Equal("", (await sender.Stored(id)).Content);
        await Sweep(TimeSpan.FromHours(25));
        Assert.Equal(0, await Length(file));
    }

    [Fact]
    public void Messages_that_were_kept_before_there_were_photos_are_read()
    {
        const string kept = """{"Text":"门口的路灯坏了","Name":"","About":"","Reference":"","To":""}""";
        Assert.Empty(JsonSerializer.Deserialize<MessageWords>(kept)!.Photos);
    }

    private async Task Sweep(TimeSpan later)
    {
        app.Clock.Advance(later);
        for (var look = 0; look < 2; look++)
        {
            await app.Use<ClearDrafts, Outcome<ClearDrafts.Result>>(clear => clear.Run(new ClearDrafts.Command(), Actor.System, Ct));
            app.Clock.Advance(LoosePhotos.Grace);
        }
        await app.Use<ClearDrafts, Outcome<ClearDrafts.Result>>(clear => clear.Run(new ClearDrafts.Command(), Actor.System, Ct));
    }

    private Task<long> Length(string file) =>
        app.Use<IFileStore, long>(async files =>
        {
            await using var stream = await files.Open(file, Ct);
            return stream?.Length ?? 0;
        });

    private async Task<MessageWords> Words(Sender sender, Guid id)
    {
        var message = await sender.Stored(id);
        return (await app.Use<InboxGate, MessageWords?>(gate => Task.FromResult(gate.Open(message))))!;
    }

    private Task<List<string>> Attached(string number) =>
        app.Use<RequestsDb, List<string>>(db =>
            db.Attachments.Where(a => db.Requests.Any(r => r.Number == number && r.Id == a.RequestId)).Select(a => a.File).ToListAsync(Ct)
        );

    private static async Task<HttpStatusCode> Ask(Browser browser, string address)
    {
        using var answer = await browser.Client.GetAsync(new Uri(address, UriKind.Relative), Ct);
        return answer.StatusCode;
    }

    private Task Aside(Guid id) =>
        Must<DeclineMessage>(async use =>
            await use.Run(new DeclineMessage.Command { Message = id, Reason = "广告" }, await app.Given.Staff("agent"), Ct)
        );

    private async Task Must<TUseCase>(Func<TUseCase, Task<Outcome<Done>>> use)
        where TUseCase : notnull => Assert.True((await app.Use(use)).Ok(out _, out var refusal), refusal?.Text.ToString());
}
