using System.Net;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

public sealed class RefileTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    [Fact]
    public async Task What_was_withdrawn_is_submitted_again_without_typing_and_under_another_kind()
    {
        using var browser = app.Visitor();
        var gone = await Withdrawn(browser);
        var form = await gone.Submit("form[action='/submit/again']");
        Assert.Equal("/submit", form.Address.AbsolutePath);
        Assert.Equal(ResidentWalk.Text, form.Find("textarea").TextContent);
        Assert.Single(form.All(".upload-list img"));
        var contact = await form.Submit("form[action='/submit']", ("type", "Complaint"), ("step", "next"));
        if (contact.Address.AbsolutePath == "/submit/similar")
            contact = await contact.Submit("form[action='/submit/similar']", ("step", "next"));
        Assert.Equal("/submit/contact", contact.Address.AbsolutePath);
        var receipt = await (await contact.Contact()).Press();
        var tracked = await browser.Track(ResidentWalk.Number(receipt), ResidentWalk.Code(receipt));
        Assert.Contains("投诉", tracked.Says("dl"), StringComparison.Ordinal);
        Assert.Single(tracked.All(".upload-list img"));
        Assert.Empty(tracked.All("form[action='/submit/again']"));
    }

    [Fact]
    public async Task What_was_sealed_is_offered_as_sealed_again()
    {
        using var browser = app.Visitor();
        var gone = await Withdrawn(browser, ("conduct", "yes"));
        var form = await gone.Submit("form[action='/submit/again']");
        var contact = await form.Submit("form[action='/submit']", ("type", "Complaint"), ("step", "next"));
        if (contact.Address.AbsolutePath == "/submit/similar")
            contact = await contact.Submit("form[action='/submit/similar']", ("step", "next"));
        Assert.True(contact.Find("input[name=conduct]").HasAttribute("checked"));
    }

    [Fact]
    public async Task A_form_that_was_begun_is_replaced_only_after_asking()
    {
        using var browser = app.Visitor();
        var gone = await Withdrawn(browser);
        await browser.Describe("另一件还没写完的事情。");
        var asked = await gone.Submit("form[action='/submit/again']");
        Assert.Equal("/submit/again", asked.Address.AbsolutePath);
        Assert.Contains("还没写完", (await browser.Get("/submit")).Find("textarea").TextContent, StringComparison.Ordinal);
        var form = await asked.Submit("form[action='/submit/again']", ("step", "replace"));
        Assert.Equal(ResidentWalk.Text, form.Find("textarea").TextContent);
    }

    [Fact]
    public async Task A_stranger_refiles_nothing()
    {
        using var browser = app.Visitor();
        var gone = await Withdrawn(browser);
        using var stranger = app.Visitor();
        var page = await stranger.Get("/track");
        var number = gone.Find("form[action='/submit/again'] input[name=number]").GetAttribute("value")!;
        foreach (var code in new[] { "", "AAAAAA" })
        {
            using var content = new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["__RequestVerificationToken"] = page.Token!,
                    ["_handler"] = "again",
                    ["number"] = number,
                    ["code"] = code,
                }
            );
            Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Post("/submit/again", content)).Status);
        }
        Assert.Empty((await stranger.Get("/submit")).Find("textarea").TextContent);
    }

    [Fact]
    public async Task The_preview_shows_what_the_list_shows_and_says_why_it_shows_nothing()
    {
        using var browser = app.Visitor();
        var check = await (await (await browser.Describe()).Place()).Contact();
        var shown = check.Says("details:has(.public-list)");
        Assert.Contains("待分类", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(ResidentWalk.Text, shown, StringComparison.Ordinal);
        var secret = await (await browser.Get("/submit/contact")).Contact(("secrecy", "yes"));
        Assert.Contains("您要求了保密", secret.Says("main"), StringComparison.Ordinal);
        Assert.Empty(secret.All(".public-list"));
        var receipt = await secret.Press();
        var tracked = await browser.Track(ResidentWalk.Number(receipt), ResidentWalk.Code(receipt));
        Assert.Contains("什么也看不到", tracked.Says("main"), StringComparison.Ordinal);
    }

    private static async Task<Page> Withdrawn(Browser browser, params (string, string)[] wishes)
    {
        var photo = ResidentPhotoTests.Photo(51, 30);
        var place = await browser.Describe(photos: [photo]);
        var check = await (await place.Place()).Contact(wishes);
        if (check.Address.AbsolutePath == "/submit/unit")
            check = await check.Submit("form[action='/submit/unit']", ("step", "unknown"));
        var receipt = await check.Press();
        var tracked = await browser.Track(ResidentWalk.Number(receipt), ResidentWalk.Code(receipt));
        var asked = await tracked.Submit("form:has([value='ask-withdraw'])", ("act", "ask-withdraw"));
        return await asked.Submit("form:has([value='withdraw'])", ("act", "withdraw"));
    }
}
