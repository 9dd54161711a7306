using System.Net;
using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>Every form of the journey with missing, oversized, malformed and hostile input: a clear 4xx, and nothing kept.</summary>
public sealed class ResidentFormTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    public static TheoryData<string, string> BadMatters =>
        new()
        {
            { "", "Help" },
            { "坏了", "Help" },
            { new string('长', 4001), "Help" },
            { "小区的路灯坏了很久了", "" },
            { "小区的路灯坏了很久了", "Nonsense" },
            { "小区的路灯坏了很久了", "99" },
            { "小区的路灯坏了很久了", "Other" },
            { "\u202e\u0001\u0002\u0003\u0004\u0005", "Help" },
        };

    [Theory, MemberData(nameof(BadMatters))]
    public async Task A_bad_description_is_refused_loses_nothing_and_is_not_kept(string text, string type)
    {
        using var browser = app.Visitor();
        var before = await Drafts();
        var refused = await browser.Describe(text, type);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.NotEmpty(refused.All(".error-summary a"));
        Assert.Equal(before, await Drafts());
        if (type == "Help" && text.Length > 1 && !char.IsControl(text[1]))
            Assert.Equal(text, refused.Find("textarea").TextContent);
    }

    public static TheoryData<string, string> BadPlaces =>
        new()
        {
            { "area", "" },
            { "area", "000000" },
            { "area", "<script>" },
            { "detail", new string('长', 201) },
            { "lon", "abc" },
            { "lat", "1e400" },
            { "lon", "181" },
        };

    [Theory, MemberData(nameof(BadPlaces))]
    public async Task A_bad_place_is_refused(string field, string value)
    {
        using var browser = app.Visitor();
        var place = await browser.Describe();
        var fields = new Dictionary<string, string>
        {
            ["area"] = "990102001001",
            ["detail"] = "",
            ["lon"] = "115.5",
            ["lat"] = "38.9",
            ["step"] = "next",
            [field] = value,
        };
        var refused = await place.Submit("form[action='/submit/place']", [.. fields.Select(f => (f.Key, f.Value))]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("/submit/place", (await browser.Get("/submit/contact")).Address.AbsolutePath);
    }

    public static TheoryData<string, string, string> BadContacts =>
        new()
        {
            { "", "13800000001", "" },
            { "Phone", "", "" },
            { "Phone", "12345", "" },
            { "Phone", "138000000011", "" },
            { "Phone", new string('1', 500), "" },
            { "Phone", "13800000001", new string('名', 31) },
            { "SignedIn", "", "" },
            { "7", "", "" },
        };

    [Theory, MemberData(nameof(BadContacts))]
    public async Task A_bad_contact_is_refused_and_nothing_is_sealed(string contact, string phone, string name)
    {
        using var browser = app.Visitor();
        var page = await (await browser.Describe()).Place();
        var refused = await page.Submit("form[action='/submit/contact']", ("contact", contact), ("phone", phone), ("name", name));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("/submit/contact", (await browser.Get("/submit/check")).Address.AbsolutePath);
        Assert.Equal(name, refused.Find("#name").GetAttribute("value"));
    }

    [Theory]
    [InlineData("unit", "NO-SUCH")]
    [InlineData("unit", "")]
    public async Task A_unit_that_does_not_exist_is_refused(string field, string value)
    {
        using var browser = app.Visitor();
        var unit = await (await (await browser.Describe(type: "Report")).Place()).Contact();
        var refused = await unit.Submit("form[action='/submit/unit']", (field, value), ("step", "next"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
    }

    [Fact]
    public async Task A_form_without_token_or_handler_is_refused()
    {
        using var browser = app.Visitor();
        var token = (await browser.Get("/submit")).Token;
        foreach (var path in new[] { "/submit", "/submit/place", "/submit/contact", "/submit/unit", "/submit/check", "/track" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostForm(path, null, ("_handler", "describe"))).Status);
            Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostForm(path, token)).Status);
        }
    }

    [Theory]
    [InlineData("place")]
    [InlineData("contact")]
    [InlineData("unit")]
    [InlineData("check")]
    public async Task A_form_whose_draft_is_gone_says_so(string step)
    {
        using var browser = app.Visitor();
        var token = (await browser.Get("/submit")).Token;
        var fields = new[] { ("_handler", step), ("contact", "Anonymous"), ("step", "unknown") };
        var gone = await browser.PostForm($"/submit/{step}", token, fields);
        Assert.Equal(HttpStatusCode.Conflict, gone.Status);
        Assert.Contains("重新填写", gone.Says(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_in_a_text_is_shown_as_text_everywhere()
    {
        const string Bomb = "<script>alert(1)</script><img src=x onerror=alert(1)> </textarea>& \"路灯\"";
        using var browser = app.Visitor();
        var place = await browser.Describe(Bomb);
        var check = await (await place.Place()).Contact(("name", "<b>演示</b>"));
        Assert.Empty(check.All("main script, main img, main b"));
        Assert.Contains(Bomb, check.Says("dl"), StringComparison.Ordinal);
        Assert.Equal(Bomb, (await browser.Get("/submit")).Find("textarea").TextContent);
        var receipt = await check.Press();
        var tracked = await browser.Track(ResidentWalk.Number(receipt), ResidentWalk.Code(receipt));
        Assert.Empty(tracked.All("main script, main img"));
        Assert.Contains(Bomb, tracked.Says(".timeline"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_not_readable_in_the_database_and_ends_after_a_day()
    {
        using var browser = app.Visitor();
        await (await (await browser.Describe()).Place()).Contact();
        var contents = await app.Use<RequestsDb, List<string>>(db => db.Drafts.Select(d => d.Content).ToListAsync(Ct));
        Assert.DoesNotContain(
            contents,
            c => c.Contains("13800000001", StringComparison.Ordinal) || c.Contains("路灯", StringComparison.Ordinal)
        );
        app.Clock.Advance(RequestDrafts.Lifetime + TimeSpan.FromMinutes(1));
        Assert.Equal("/submit", (await browser.Get("/submit/check")).Address.AbsolutePath);
        Assert.Equal("", (await browser.Get("/submit")).Find("textarea").TextContent);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Task<int> Drafts() => app.Use<RequestsDb, int>(db => db.Drafts.CountAsync(Ct));
}
