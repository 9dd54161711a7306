using System.Net;
using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Design;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

public sealed class AskHelpTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Numbers_to_call_stand_before_everything_and_each_category_of_the_pack_has_a_picture()
    {
        using var browser = app.Visitor();
        var page = await browser.Get("/help");
        Assert.Equal(
            ["tel:110", "tel:119", "tel:120", "tel:122", "tel:12345"],
            page.All("main .help-calls a").Select(a => a.GetAttribute("href")!)
        );
        Assert.Equal(
            ["停水", "电梯故障", "井盖缺失", "路灯不亮", "别的事，我来写"],
            page.All(".help-pictures a").Select(a => a.TextContent.Trim())
        );
        Assert.Equal(5, page.All(".help-pictures svg").Count);
    }

    [Fact]
    public async Task Two_presses_and_a_place_without_script_and_without_an_account_give_a_number_at_once()
    {
        using var browser = app.Visitor();
        var form = await (await browser.Get("/help?what=030101")).Submit("form[action='/help']", ("place", "杨柳"), ("step", "find-place"));
        var done = await form.Submit("form[action='/help']", ("area", "990102001001"), ("words", "三号楼没水"), ("step", "send"));
        Assert.Equal("/help/done", done.Address.AbsolutePath);
        Assert.NotEmpty(done.All("main a[href='tel:12345']"));
        Assert.Contains("答复您", done.Says(".answer"), StringComparison.Ordinal);
        var request = await Kept(ResidentWalk.Number(done));
        Assert.Equal(
            ("030101", "990102001001", true, RequestType.Help),
            (request.Category, request.Area, request.AreaConfirmed, request.Type)
        );
        using var other = app.Visitor();
        var tracked = await other.Track(ResidentWalk.Number(done), ResidentWalk.Code(done));
        Assert.Contains("一键求助：停水。三号楼没水", tracked.Says(), StringComparison.Ordinal);
        // The receipt is shown to nobody else.
        Assert.Equal("/help", (await other.Get("/help/done")).Address.AbsolutePath);
    }

    [Fact]
    public async Task A_position_alone_is_enough_and_the_place_it_proposes_is_not_taken_for_confirmed()
    {
        var community = app.Use<ICityRegistry, Area>(r =>
            Task.FromResult(r.Current.Areas.All.First(a => a is { Level: AreaLevel.Village, Longitude: not null, Served: true }))
        );
        var at = await community;
        using var browser = app.Visitor();
        var done = await (await browser.Get("/help?what=010102")).Submit(
            "form[action='/help']",
            ("lon", FormattableString.Invariant($"{at.Longitude}")),
            ("lat", FormattableString.Invariant($"{at.Latitude}")),
            ("phone", "13800000044"),
            ("step", "send")
        );
        var request = await Kept(ResidentWalk.Number(done));
        Assert.Equal((at.Code, false, 1), (request.Area, request.AreaConfirmed, request.Grade));
    }

    [Fact]
    public async Task Whoever_says_neither_where_nor_how_to_be_reached_is_asked_for_one_of_them()
    {
        using var browser = app.Visitor();
        var form = await browser.Get("/help?what=020101");
        var refused = await form.Submit("form[action='/help']", ("words", "困在三层"), ("step", "send"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("两样都没有", refused.Says(".error-summary"), StringComparison.Ordinal);
        Assert.Equal("困在三层", refused.Find("input[name=words]").GetAttribute("value"));
        var done = await refused.Submit("form[action='/help']", ("phone", "13800000045"), ("step", "send"));
        Assert.Equal("/help/done", done.Address.AbsolutePath);
    }

    [Fact]
    public async Task Pressing_twice_makes_one_request_and_shows_one_code()
    {
        using var browser = app.Visitor();
        var form = await browser.Get("/help?what=010101");
        (string, string)[] fields = [("area", "990102001001"), ("step", "send")];
        var first = await form.Submit("form[action='/help']", fields);
        var second = await form.Submit("form[action='/help']", fields);
        Assert.Equal((ResidentWalk.Number(first), ResidentWalk.Code(first)), (ResidentWalk.Number(second), ResidentWalk.Code(second)));
    }

    [Fact]
    public async Task A_place_of_another_city_is_refused_and_a_form_begun_before_stays()
    {
        using var browser = app.Visitor();
        await browser.Describe();
        var form = await browser.Get("/help?what=010101");
        var refused = await form.Submit("form[action='/help']", ("area", "990104100201"), ("step", "send"));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        await form.Submit("form[action='/help']", ("area", "990102001001"), ("step", "send"));
        Assert.Contains(ResidentWalk.Text, (await browser.Get("/submit")).Find("textarea").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_for_help_is_within_60_KB()
    {
        using var browser = app.Visitor();
        Assert.InRange(await browser.WeightOf("/help"), 1, 60 * 1024);
        Assert.InRange(await browser.WeightOf("/help?what=010101"), 1, 60 * 1024);
    }

    [Fact]
    public void Every_picture_that_a_pack_may_name_is_drawn() =>
        Assert.All(HelpPicture.Pictures, name => Assert.True(PictureShapes.Has(name), name));

    private Task<ServiceRequest> Kept(string number) =>
        app.Use<RequestsDb, ServiceRequest>(db => db.Requests.AsNoTracking().SingleAsync(r => r.Number == number, Ct));
}
