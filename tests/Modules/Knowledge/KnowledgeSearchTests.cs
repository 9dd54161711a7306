using Microsoft.EntityFrameworkCore;
using Suiying.Knowledge.Features;
using Suiying.Knowledge.Model;
using Suiying.Knowledge.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Knowledge;

/// <summary>People find what they ask in their own words, on either database.</summary>
public sealed class KnowledgeSearchTests(SuiyingApp app) : IClassFixture<SuiyingApp>, IAsyncLifetime
{
    private readonly Library library = new(app);

    public async ValueTask InitializeAsync()
    {
        if (await app.Use<KnowledgeDb, bool>(db => db.Items.AnyAsync()))
            return;
        await library.Published(Library.Content("社保卡丢了怎么补办", "先挂失，再到网点补办。", "医保卡丢了怎么办", "社会保障卡挂失"));
        await library.Published(Library.Content("幼儿园怎么报名", "看公告的范围和时间报名，要带预防接种证。", "附近幼儿园没有学位"));
        await library.Published(Library.Content("老年卡怎么办", "到社区登记。报名老年大学请找街道。") with { Audience = Audience.Elder });
        await library.Published(Library.Content("东一街道的早市在哪里", "在文化路北口，早上六点到八点。") with { Area = "990102001" });
        await library.Published(Library.Content("公园怎么进", "凭身份证免费入园，园内请勿吸烟。"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("社保卡", "社保卡丢了怎么补办")]
    [InlineData("请问医保卡丢了怎么办？", "社保卡丢了怎么补办")]
    [InlineData("社会保障卡", "社保卡丢了怎么补办")]
    [InlineData("幼儿园 学位", "幼儿园怎么报名")]
    [InlineData("我家孩子想上幼儿园", "幼儿园怎么报名")]
    [InlineData("接种证", "幼儿园怎么报名")]
    [InlineData("老年", "老年卡怎么办")]
    [InlineData("早市", "东一街道的早市在哪里")]
    public async Task The_best_answer_comes_first(string words, string title) =>
        Assert.Equal(title, Plain((await library.Search(words))[0].Title));

    [Fact]
    public async Task One_character_is_the_beginning_of_a_word() =>
        Assert.Equal(
            ["公园怎么进", "幼儿园怎么报名"],
            (await library.Search("园")).Select(h => Plain(h.Title)).Order(StringComparer.Ordinal)
        );

    [Fact]
    public async Task A_title_weighs_more_than_an_answer()
    {
        var found = await library.Search("报名");
        Assert.Equal(["幼儿园怎么报名", "老年卡怎么办"], found.Select(h => Plain(h.Title)));
    }

    [Theory, InlineData("飞船票"), InlineData("。，！"), InlineData(""), InlineData("\" OR 1=1 --"), InlineData("%_*")]
    public async Task What_nobody_wrote_is_not_found(string words) => Assert.Empty(await library.Search(words));

    [Fact]
    public async Task The_wording_that_was_found_is_shown_with_its_words_marked()
    {
        var hit = (await library.Search("医保卡"))[0];
        Assert.Equal("医保卡", Assert.Single(hit.Variant, p => p.Hit).Text);
    }

    [Theory]
    [InlineData("990102001", true)]
    [InlineData("990102001001", true)]
    [InlineData("990102", true)]
    [InlineData("990103", false)]
    [InlineData(null, true)]
    public async Task What_holds_elsewhere_only_is_left_out(string? area, bool found) =>
        Assert.Equal(found, (await library.Search("早市", area)).Count == 1);

    [Fact]
    public async Task Residents_search_by_form_and_see_marks()
    {
        var page = await (await app.Visitor().Get("/knowledge")).Submit("form[data-live-search]", ("q", "医保卡丢了"));
        Assert.Contains(page.All("mark"), m => m.TextContent.Contains("医保卡", StringComparison.Ordinal));
        Assert.Equal(
            "社保卡丢了怎么补办",
            page.Find(".knowledge-list a")
                .TextContent.Trim()
                .Replace("\n", "", StringComparison.Ordinal)
                .Replace(" ", "", StringComparison.Ordinal)
        );
        var elders = await app.Visitor().Get("/knowledge?audience=Elder");
        Assert.Equal("老年卡怎么办", Assert.Single(elders.All(".knowledge-list a")).TextContent.Trim());
    }

    [Fact]
    public async Task The_api_says_the_same_as_the_page()
    {
        var found = (await app.Visitor().Get("/api/knowledge?q=社保卡")).Json<Slice<ApiRow>>();
        Assert.Equal("社保卡丢了怎么补办", found.Rows[0].Title);
        Assert.Contains("/api/knowledge/{id}", (await app.Visitor().Get("/openapi/v1.json")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_found_is_counted_without_anybodys_data()
    {
        var visitor = app.Visitor();
        foreach (
            var words in new[]
            {
                "飞船票怎么买",
                "飞船票怎么买",
                "13900001234的快递",
                "张小明的病历在哪",
                "这是一句长得谁也不会再问第二遍的话因为它超过了二十个字",
            }
        )
            await visitor.Get($"/knowledge?q={Uri.EscapeDataString(words)}");
        var id = Guid.Parse((await visitor.Get("/knowledge?q=社保卡")).Find(".knowledge-list a").GetAttribute("href")!.Split('/')[^1]);
        await visitor.Get($"/knowledge/{id}");
        await app.Use<KeepTallies, Outcome<int>>(keep => keep.Run(new KeepTallies.Command(), Actor.System, Library.None));
        var by = await library.Staff("east1");
        var missed = (await app.Use<ListMissed, Outcome<IReadOnlyList<ListMissed.Missed>>>(list => list.Run(by, Library.None))).Value;
        Assert.Equal(2, missed.Single(m => m.Words == "飞船票怎么买").Count);
        Assert.DoesNotContain(
            missed,
            m =>
                m.Words.Contains("139", StringComparison.Ordinal)
                || m.Words.Contains("小明", StringComparison.Ordinal)
                || m.Words.Length > 20
        );
        Assert.True((await library.Read("agent", id)).Value.Opened >= 1);
        Assert.Contains("飞船票怎么买", (await (await app.SignIn("east1")).Get("/desk/knowledge/missed")).Says(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_shows_what_its_address_says()
    {
        var agent = await app.SignIn(Role.Agent);
        Assert.Contains("社保卡", (await agent.Get("/desk/knowledge?q=医保卡")).Says(".desk-list"), StringComparison.Ordinal);
        Assert.Contains("现在没有知识", (await agent.Get("/desk/knowledge?show=Expired")).Says(".desk-list"), StringComparison.Ordinal);
    }

    private static string Plain(IEnumerable<Suiying.Engines.Text.TextPart> parts) => string.Concat(parts.Select(p => p.Text));

    private sealed record ApiRow(Guid Id, string Title, string Snippet, string Owner);
}
