using System.Net;
using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>常用语: a unit's own words, on their page and in the use cases.</summary>
public sealed class ReadyTextTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_the_page_one_is_written_changed_and_deleted()
    {
        using var browser = await app.SignIn("east1");
        var page = await browser.Get("/desk/templates");
        Assert.Contains("还没有常用语", page.Says(), StringComparison.Ordinal);
        page = await page.Submit("#write", ("kind", "Reply"), ("title", "灯已修好"), ("text", "{地点}的灯已修好，{单位}当晚试亮正常。"));
        Assert.Contains("已保存", page.Says(), StringComparison.Ordinal);
        Assert.Contains("灯已修好", page.Says(), StringComparison.Ordinal);
        var edit = await browser.Get(page.All("main table a").Single().GetAttribute("href")!.Split('#')[0]);
        page = await edit.Submit("#write", ("title", "路灯已修好"));
        Assert.Contains("路灯已修好", page.Says(), StringComparison.Ordinal);
        // Whoever saw the text before it changed is told.
        var late = await edit.Submit("#write", ("title", "灯又修好"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("灯又修好", late.Text, StringComparison.Ordinal);
        page = await edit.Submit("details form");
        Assert.Contains("还没有常用语", page.Says(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Personal_data_is_found_before_it_is_saved_and_a_person_decides()
    {
        using var browser = await app.SignIn("east2");
        var page = await (await browser.Get("/desk/templates")).Submit(
            "#write",
            ("kind", "Contact"),
            ("title", "值班"),
            ("text", "请拨打13812345678联系。")
        );
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("13812345678", page.Says(), StringComparison.Ordinal);
        Assert.Contains("看过了", page.Says(), StringComparison.Ordinal);
        page = await page.Submit("#write", ("examined", "1"), ("personal", "1"));
        Assert.Contains("只有我", page.Says(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_units_and_another_persons_own_are_not_found()
    {
        var (mine, colleague, other) = (await app.Given.Staff("water"), await app.Given.Staff("repair"), await app.Given.Staff("west1"));
        var own = await Save(
            mine,
            new ReadyWords(ReadyKind.Return, "不归我们", "该管线不属本单位，依据{工单编号}的派单说明。"),
            personal: true
        );
        foreach (var by in new[] { colleague, other })
        {
            Assert.IsType<NotFound>(
                (await app.Use<DeleteTemplate, Outcome<Done>>(u => u.Run(new DeleteTemplate.Command { Id = own.Id }, by, Ct))).Refusal
            );
            var again = new SaveTemplate.Command
            {
                Id = own.Id,
                Version = 1,
                Words = new ReadyWords(ReadyKind.Return, "改", "改了"),
            };
            Assert.IsType<NotFound>((await app.Use<SaveTemplate, Outcome<ReadyText>>(u => u.Run(again, by, Ct))).Refusal);
            Assert.DoesNotContain((await List(by)).Value, t => t.Id == own.Id);
        }
        Assert.Contains((await List(mine)).Value, t => t.Id == own.Id);
    }

    [Theory]
    [InlineData("agent")]
    [InlineData("supervisor")]
    [InlineData("sysadmin")]
    public async Task Whoever_is_no_handler_has_none(string login)
    {
        var by = await app.Given.Staff(login);
        Assert.IsType<NotAllowed>((await List(by)).Refusal);
        var command = new SaveTemplate.Command { Words = new ReadyWords(ReadyKind.Reply, "一", "二") };
        Assert.IsType<NotAllowed>((await app.Use<SaveTemplate, Outcome<ReadyText>>(u => u.Run(command, by, Ct))).Refusal);
        Assert.IsType<NotAllowed>(
            (await app.Use<DeleteTemplate, Outcome<Done>>(u => u.Run(new DeleteTemplate.Command { Id = Guid.Empty }, by, Ct))).Refusal
        );
        using var browser = await app.SignIn(login);
        Assert.NotEqual(HttpStatusCode.OK, (await browser.Get("/desk/templates")).Status);
    }

    [Fact]
    public async Task Put_in_it_speaks_of_the_request()
    {
        var by = await app.Given.Staff("east");
        var text = await Save(by, new ReadyWords(ReadyKind.Reply, "填入", "{工单编号}|{标题}|{地点}|{单位}|{期限}"));
        var number = await app.Given.SignedRequest("EAST-1");
        var request = await app.Use<RequestsDb, ServiceRequest>(db => db.Requests.AsNoTracking().SingleAsync(r => r.Number == number));
        var parts = text.For(request, "路灯不亮", app.City).Split('|');
        Assert.Equal([number, "路灯不亮"], parts[..2]);
        Assert.All(parts, p => Assert.NotEmpty(p));
        var wrong = new SaveTemplate.Command { Words = new ReadyWords(ReadyKind.Reply, "错", "{电话}") };
        var refusal = (await app.Use<SaveTemplate, Outcome<ReadyText>>(u => u.Run(wrong, by, Ct))).Refusal;
        Assert.Contains("{电话}", refusal!.Fields.Single().Problem.ToString(), StringComparison.Ordinal);
    }

    private async Task<ReadyText> Save(Actor by, ReadyWords words, bool personal = false) =>
        (
            await app.Use<SaveTemplate, Outcome<ReadyText>>(u =>
                u.Run(new SaveTemplate.Command { Words = words, Personal = personal }, by, Ct)
            )
        ).Value;

    private Task<Outcome<IReadOnlyList<ReadyText>>> List(Actor by) =>
        app.Use<ListTemplates, Outcome<IReadOnlyList<ReadyText>>>(u => u.Run(new ListTemplates.Query(), by, Ct));
}
