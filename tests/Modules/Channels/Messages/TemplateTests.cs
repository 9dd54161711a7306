using System.Net;
using Suiying.Channels.Model.Messages;
using Suiying.Contracts.Channels;

namespace Suiying.Tests.Channels.Messages;

/// <summary>The words of messages: every built-in one is right, a wrong one is refused by name, a right one holds at once and can be undone.</summary>
public sealed class TemplateTests(MessagesApp app) : IClassFixture<MessagesApp>
{
    [Fact]
    public void Every_built_in_template_passes_the_check_in_both_languages_and_no_english_one_is_chinese()
    {
        var texts = new UsualTexts();
        foreach (var of in Enum.GetValues<MessageEvent>())
        foreach (var channel in Enum.GetValues<MessageChannel>())
        foreach (var language in new[] { "zh", "en" })
        {
            if (of == MessageEvent.ConfirmEmail && channel != MessageChannel.Email)
                continue;
            var template = texts.Usual(of, language, channel);
            Assert.Empty(MessageTemplates.Problems(template).Select(p => $"{MessageTemplates.KeyOf(template)}: {p.Problem}"));
            if (language == "en")
                Assert.DoesNotContain($"{template.Subject}{template.Text}", c => c is >= '\u4e00' and <= '\u9fff');
        }
    }

    [Theory]
    [InlineData("{编号}已登记，{姓名}您好", "这里没有占位符“{姓名}”，可以用：{编号} {热线} {链接}。")]
    [InlineData("已登记", "内容里缺少：{编号}。")]
    [InlineData("{编号}{", "花括号没有成对。占位符写作：{编号} {热线} {链接}。")]
    [InlineData("", "请写内容，最多300个字。")]
    public void What_is_wrong_is_named_with_what_would_be_right(string text, string problem)
    {
        var template = new MessageTemplate
        {
            Event = MessageEvent.Registered,
            Language = "zh",
            Channel = MessageChannel.Sms,
            Text = text,
        };
        Assert.Contains(problem, MessageTemplates.Problems(template).Select(p => p.Problem.ToString()));
    }

    [Fact]
    public async Task The_administrator_writes_the_citys_own_words_previews_them_and_takes_them_back()
    {
        using var admin = await app.SignIn("sysadmin");
        const string Address = "/admin/messages/Registered/zh/Sms";
        const string Form = "main form[method=post]";
        var page = await admin.Get(Address);
        Assert.Contains("您的诉求（编号20260302W0000017）已登记", page.Says("#preview"), StringComparison.Ordinal);
        var wrong = await page.Submit(Form, ("text", "{编号}{姓名}"), ("reason", "试一试（示例）"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Contains("这里没有占位符“{姓名}”", wrong.Says("#text-error"), StringComparison.Ordinal);

        var preview = await page.Submit(Form, ("text", "已收到 {number}。{热线}"), ("step", "preview"));
        Assert.Contains("已收到 20260302W0000017。12345", preview.Says("#preview"), StringComparison.Ordinal);
        var saved = await page.Submit(Form, ("text", "已收到 {number}。{热线}"), ("reason", "换个说法（示例）"));
        Assert.Contains("已保存", saved.Says(), StringComparison.Ordinal);

        using var browser = await app.Resident("13833330001");
        var person = await app.Person("13833330001");
        await app.Tell(person, MessageEvent.Registered, "T-0001");
        Assert.Equal("已收到 T-0001。12345", app.Sms.To("+8613833330001")[^1].Text);

        var back = await (await admin.Get(Address)).Submit(Form, ("step", "usual"), ("reason", "用回内置的（示例）"));
        Assert.Contains("已保存", back.Says(), StringComparison.Ordinal);
        await app.Tell(person, MessageEvent.Registered, "T-0002");
        Assert.StartsWith("【12345】您的诉求（编号T-0002）已登记", app.Sms.To("+8613833330001")[^1].Text, StringComparison.Ordinal);
        Assert.Contains("已收到 {number}。{热线}", (await admin.Get(Address)).Says(".timeline"), StringComparison.Ordinal);
    }

    [Theory, InlineData("agent"), InlineData("secadmin"), InlineData("leader")]
    public async Task A_stranger_sees_no_template(string login)
    {
        using var browser = await app.SignIn(login);
        Assert.False((await browser.Get("/admin/messages")).IsSuccess);
        Assert.False((await browser.Get("/admin/messages/Registered/zh/Sms")).IsSuccess);
    }

    [Fact]
    public async Task The_audit_reads_every_template_and_changes_none()
    {
        using var audit = await app.SignIn("auditadmin");
        foreach (var channel in Enum.GetValues<MessageChannel>())
            Assert.True((await audit.Get($"/admin/messages?channel={channel}&language=en")).IsSuccess);
        Assert.Empty((await audit.Get("/admin/messages/Digest/en/Email")).All("main form[method=post]"));
        Assert.Equal(HttpStatusCode.NotFound, (await audit.Get("/admin/messages/Nothing/zh/Sms")).Status);
    }
}
