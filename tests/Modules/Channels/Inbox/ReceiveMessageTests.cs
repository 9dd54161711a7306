using System.Net;
using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Features;
using Suiying.Channels.Model.Phone;
using Suiying.Channels.Storage;
using Suiying.Contracts.People;
using Suiying.Contracts.Requests;
using Suiying.Testing;

namespace Suiying.Tests.Channels.Inbox;

/// <summary>The door for messages: who may hand one in, what is kept of it, and what is said to what is wrong.</summary>
public sealed class ReceiveMessageTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    [Fact]
    public async Task A_message_told_twice_is_kept_once_even_at_once()
    {
        using var sender = await Sender.Connect(app);
        var ids = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => sender.Send("t1", "13800003301", "门口的路灯坏了一个星期。")));
        Assert.Single(ids.Distinct());
        var body = $$"""{"id":"t1","at":"{{app.Now:O}}","text":"门口的路灯坏了一个星期。"}""";
        Assert.Contains("\"repeated\":true", (await sender.Post(body)).Text, StringComparison.Ordinal);
        using var another = await Sender.Connect(app);
        Assert.NotEqual(ids[0], await another.Send("t1", null, "另一个来源的同号来件。"));
    }

    [Fact]
    public async Task Neither_words_nor_sender_lie_in_clear()
    {
        using var sender = await Sender.Connect(app, InboxKind.Email);
        var phone = await sender.Send("c1", "13899996666", "这句话不应当明文出现在任何表里。");
        var mail = await sender.Send("c2", "Zhang.Secret@example.com", "邮件里的这句话也一样。");
        Assert.Equal("138****6666", (await sender.Stored(phone)).MaskedSender);
        Assert.Equal("Z***@example.com", (await sender.Stored(mail)).MaskedSender);
        foreach (var trace in new[] { "13899996666", "不应当明文出现", "Zhang.Secret", "这句话也一样" })
            Assert.Empty(await Requests.Traces.Of(app, trace));
    }

    [Fact]
    public async Task One_sender_is_one_person_by_phone_and_by_address()
    {
        using var sender = await Sender.Connect(app, InboxKind.Email);
        await app.Given.Request(phone: "13800003302");
        var known = await app.Use<ISealedIdentities, PersonId?>(seal => seal.FindByPhone("+8613800003302", default));
        var sms = await sender.Stored(await sender.Send("p1", "138 0000 3302", "还是上次那件事。"));
        Assert.Equal(known, sms.Person);
        var first = await sender.Stored(await sender.Send("p2", "li@example.com", "第一封邮件。"));
        var second = await sender.Stored(await sender.Send("p3", "LI@Example.com", "第二封邮件。"));
        Assert.NotNull(first.Person);
        Assert.Equal(first.Person, second.Person);
        Assert.Null((await sender.Stored(await sender.Send("p4", null, "没有留下来件人。"))).Person);
    }

    [Theory]
    [InlineData("""nothing""", "body")]
    [InlineData("""[]""", "body")]
    [InlineData("""{"at":"NOW","text":"路灯坏了"}""", "id")]
    [InlineData("""{"id":"x","text":"路灯坏了"}""", "at")]
    [InlineData("""{"id":"x","at":"2026-03-02T10:00:00","text":"路灯坏了"}""", "at")]
    [InlineData("""{"id":"x","at":"2020-03-02T10:00:00Z","text":"路灯坏了"}""", "at")]
    [InlineData("""{"id":"x","at":"NOW"}""", "text")]
    [InlineData("""{"id":"x","at":"NOW","text":"喂"}""", "text")]
    [InlineData("""{"id":"x","at":"NOW","text":"路灯坏了","from":"住在东门的人"}""", "from")]
    [InlineData("""{"id":"x","at":"NOW","text":"路灯坏了","name":7}""", "name")]
    public async Task What_is_wrong_is_named_by_its_member(string json, string field)
    {
        using var sender = await Sender.Connect(app);
        var (status, text) = await sender.Post(json.Replace("NOW", app.Now.ToString("O"), StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains($"\"field\":\"{field}\"", text, StringComparison.Ordinal);
        using var security = await app.SignIn("secadmin");
        Assert.Contains("最近的问题", (await security.Get("/admin/inbox")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_wrong_member_is_told_at_once()
    {
        using var sender = await Sender.Connect(app);
        var (_, text) = await sender.Post("""{"from":"谁"}""");
        foreach (var field in new[] { "id", "at", "text", "from" })
            Assert.Contains($"\"field\":\"{field}\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_a_source_in_use_signed_is_taken()
    {
        using var sender = await Sender.Connect(app);
        using var another = await Sender.Connect(app);
        var body = $$"""{"id":"s1","at":"{{app.Now:O}}","text":"路灯坏了。"}""";
        var seal = SignedMessage.Seal(sender.Key.Secret, "m1", app.Now, body);
        Assert.Equal(HttpStatusCode.Forbidden, (await sender.Post(body, seal with { Signature = "" })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await sender.Post(body.Replace("s1", "s2", StringComparison.Ordinal), seal)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await sender.Post(body, seal, another.Key.Id)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sender.Post(body, seal, Guid.CreateVersion7())).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await sender.Post(new string('x', 40_000))).Status);
        Assert.False(await app.Use<ChannelsDb, bool>(db => db.Inbox.AnyAsync(m => m.SourceId == sender.Key.Id)));
        Assert.Equal(HttpStatusCode.OK, (await sender.Post(body, seal)).Status);

        var revoke = new RevokeInboxSource.Command { Source = sender.Key.Id, Reason = "换了网关" };
        Assert.True((await app.Use<RevokeInboxSource, Outcome<Done>>(use => use.Run(revoke, Actor.System, default))).Ok(out _, out _));
        Assert.Equal(HttpStatusCode.NotFound, (await sender.Post(body, seal)).Status);
    }

    [Fact]
    public async Task The_security_administrator_connects_a_source_and_its_secret_is_shown_once()
    {
        using var security = await app.SignIn("secadmin");
        var bad = await (await security.Get("/admin/inbox")).Submit(Form, ("name", ""), ("kind", "Sms"));
        Assert.Equal(HttpStatusCode.BadRequest, bad.Status);
        Assert.Contains("请写明是哪个来件来源", bad.Text, StringComparison.Ordinal);
        var given = await (await security.Get("/admin/inbox")).Submit(Form, ("name", "示例短信网关一号"), ("kind", "Sms"));
        var secret = given.Says("#secret").Trim();
        Assert.StartsWith("whsec_", secret, StringComparison.Ordinal);
        var page = await security.Get("/admin/inbox");
        Assert.DoesNotContain(secret, page.Text, StringComparison.Ordinal);
        Assert.Contains("示例短信网关一号", page.Text, StringComparison.Ordinal);
        Assert.Empty(await Requests.Traces.Of(app, secret[6..]));
        using var audit = await app.SignIn("auditadmin");
        Assert.Empty((await audit.Get("/admin/inbox")).All("main form"));
    }

    private const string Form = "form:has(#kind)";
}
