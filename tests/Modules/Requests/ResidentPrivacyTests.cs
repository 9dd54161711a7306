using System.Net;
using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

public sealed class ResidentPrivacyTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    [Fact]
    public async Task Choosing_an_accused_unit_seals_the_matter_and_hides_it_from_that_unit()
    {
        using var browser = app.Visitor();
        var page = await (await (await browser.Describe(type: "Complaint")).Place()).Contact(("conduct", "yes"));
        Assert.Equal("/submit/unit", page.Address.AbsolutePath);
        var found = await page.Submit("form[action='/submit/unit']", ("unit-words", "东一街道"), ("step", "find"));
        var check = await found.Submit("form[action='/submit/unit']", ("unit", "EAST-1"), ("step", "next"));
        Assert.Contains("东一街道办事处", check.Says("dl"), StringComparison.Ordinal);
        var number = ResidentWalk.Number(await check.Press());

        var stored = await Stored(number);
        Assert.Equal((Confidentiality.Sealed, "EAST-1"), (stored.Confidentiality, stored.AccusedUnit));
        using var accused = await app.SignIn(Kernel.Role.UnitHandler, "EAST-1");
        Assert.Equal(HttpStatusCode.NotFound, (await accused.Get($"/api/requests/{number}")).Status);
    }

    [Fact]
    public async Task Reports_and_secret_matters_never_appear_in_public()
    {
        using var browser = app.Visitor();
        await browser.SubmitWhole("Report");
        await (await (await (await browser.Describe("请保密：楼下的井盖松了很久")).Place()).Contact(("secrecy", "yes"))).Press();
        await browser.SubmitWhole();
        var all = await app.Use<RequestsDb, List<ServiceRequest>>(db => db.Requests.ToListAsync(Ct));
        var list = await browser.Get("/public");
        var csv = await browser.Get("/public.csv");
        Assert.Equal(all.Count(r => r.Confidentiality == Confidentiality.Normal), list.All(".public-list > li").Count);
        Assert.DoesNotContain("举报", list.Says(".public-list"), StringComparison.Ordinal);
        foreach (var text in new[] { list.Text, csv.Text })
        {
            Assert.DoesNotContain("路灯坏了一个多星期", text, StringComparison.Ordinal);
            Assert.DoesNotContain("13800000001", text, StringComparison.Ordinal);
            Assert.All(all, r => Assert.DoesNotContain(r.Number, text, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("county=000000")]
    [InlineData("category=%27%3B--")]
    public async Task An_unknown_filter_is_refused(string query)
    {
        using var browser = app.Visitor();
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.Get($"/public?{query}")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.Get($"/public.csv?{query}")).Status);
    }

    [Fact]
    public async Task Guessing_a_query_code_ends_after_ten_tries_for_ten_minutes()
    {
        using var browser = app.Visitor();
        var (_, number, code) = await browser.SubmitWhole();
        for (var i = 0; i < WrongTries.Most; i++)
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.Track(number, $"AAAAA{i}")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.Track(number, code)).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.Get($"/track?number={number}&code={code}")).Status);
        app.Clock.Advance(WrongTries.Window);
        Assert.Equal(HttpStatusCode.OK, (await browser.Track(number, code)).Status);
    }

    [Fact]
    public async Task A_stranger_finds_nothing_by_number_alone()
    {
        using var browser = app.Visitor();
        var (_, number, _) = await browser.SubmitWhole();
        using var stranger = app.Visitor();
        Assert.Equal("/my", (await stranger.Get($"/my/requests/{number}")).Address.AbsolutePath);
        Assert.Equal("/my", (await stranger.Get("/my/requests")).Address.AbsolutePath);
        using var staff = await app.SignIn(Kernel.Role.Agent);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.Get($"/my/requests/{number}")).Status);
    }

    [Fact]
    public async Task Places_are_proposed_with_whether_they_are_served()
    {
        using var browser = app.Visitor();
        var places = (await browser.Get("/api/places?q=%E5%8C%97%E5%9D%A1")).Text;
        Assert.Contains("\"served\":false", places, StringComparison.Ordinal);
        Assert.Contains("990102001001", (await browser.Get("/api/places/nearest?lon=115.522&lat=38.916")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.Get("/api/places?q=")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.Get("/api/places/nearest?lon=999&lat=38.9")).Status);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Task<ServiceRequest> Stored(string number) =>
        app.Use<RequestsDb, ServiceRequest>(db => db.Requests.SingleAsync(r => r.Number == number, Ct));
}
