using System.Net.Http.Headers;
using Suiying.Testing;

namespace Suiying.Tests.Web;

public sealed class LanguageTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    [Fact]
    public async Task Who_says_nothing_is_served_in_the_citys_language()
    {
        using var visitor = app.Visitor();
        var page = await visitor.Get("/track");
        Assert.Equal("zh-CN", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Contains("查进度", page.Document.Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-GB", "en", "Track")]
    [InlineData("zh-TW", "zh-CN", "查进度")]
    [InlineData("fr", "zh-CN", "查进度")]
    public async Task A_browser_that_names_a_language_is_served_in_it(string asked, string lang, string title)
    {
        using var visitor = app.Visitor();
        visitor.Client.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue(asked));
        var page = await visitor.Get("/track");
        Assert.Equal(lang, page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Contains(title, page.Document.Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/public.csv", "Registered,Type,Category,Township")]
    [InlineData("/board.csv", "")]
    public async Task A_table_file_has_English_headings_for_who_reads_English(string path, string heads)
    {
        await app.Given.Request();
        using var leader = await app.SignIn(Suiying.Kernel.Role.Supervisor);
        leader.Client.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("en"));
        var table = await leader.Get(path);
        Assert.True(table.IsSuccess, $"{path}: {table.Status}");
        var first = table.Text.TrimStart('\ufeff').Split('\n')[0];
        Assert.Contains(heads, first, StringComparison.Ordinal);
        Assert.DoesNotContain(first, c => c is >= '\u4e00' and <= '\u9fff');
    }

    [Fact]
    public async Task The_switch_keeps_the_page_and_its_address_and_is_remembered()
    {
        using var visitor = app.Visitor();
        var chinese = await visitor.Get("/public?state=open&lang=zh-CN");
        var english = await visitor.PostForm("/language", chinese.Token, ("lang", "en"), ("back", "/public?state=open&lang=zh-CN"));
        Assert.Equal("/public?state=open", english.Address.PathAndQuery);
        Assert.Equal("en", english.Document.DocumentElement.GetAttribute("lang"));
        Assert.Contains("Public requests", english.Text, StringComparison.Ordinal);
        Assert.Contains("Send me a code", (await visitor.Get("/my")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_switch_leads_to_no_other_site_and_takes_no_unknown_language()
    {
        using var visitor = app.Visitor();
        var page = await visitor.Get("/");
        var answer = await visitor.PostForm("/language", page.Token, ("lang", "xx"), ("back", "//evil.example/"));
        Assert.Equal("http://localhost/", answer.Address.AbsoluteUri);
        Assert.Equal("zh-CN", answer.Document.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_program_is_refused_in_the_language_that_it_accepts()
    {
        using var visitor = app.Visitor();
        visitor.Client.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("en"));
        var answer = await visitor.Get("/api/requests/0");
        Assert.Contains("Please sign in first.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Desks_offer_the_switch_too()
    {
        using var agent = await app.SignIn("agent");
        var page = await agent.Get("/desk/intake?lang=en");
        Assert.Contains("Awaiting dispatch", page.Text, StringComparison.Ordinal);
        Assert.Equal("中文", page.Document.QuerySelector("form.language button")?.TextContent.Trim());
    }
}
