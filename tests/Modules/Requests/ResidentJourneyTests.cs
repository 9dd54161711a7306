using System.Net;
using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

public sealed class ResidentJourneyTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    [Fact]
    public async Task A_resident_without_script_submits_and_holds_a_receipt_that_opens_the_matter()
    {
        using var browser = app.Visitor();
        var (receipt, number, code) = await browser.SubmitWhole();
        Assert.Equal("/submit/done", receipt.Address.AbsolutePath);
        Assert.True(TicketNumber.IsWellFormed(number));
        Assert.Contains("答复您", receipt.Says(".answer"), StringComparison.Ordinal);
        Assert.NotEmpty(receipt.All("svg.qr path"));

        using var other = app.Visitor();
        var tracked = await other.Track(number, code.ToLowerInvariant());
        Assert.Equal(HttpStatusCode.OK, tracked.Status);
        Assert.Contains("已登记", tracked.Says(".answer"), StringComparison.Ordinal);
        Assert.Contains(ResidentWalk.Text, tracked.Says(".timeline"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pressing_twice_or_at_once_makes_one_request_and_shows_one_code()
    {
        using var browser = app.Visitor();
        var check = await (await (await browser.Describe()).Place()).Contact();
        var before = await Count();
        var pages = await Task.WhenAll(check.Press(), check.Press(), check.Press());
        var again = await check.Press();
        Assert.Equal(before + 1, await Count());
        Assert.Single(pages.Append(again).Select(p => (ResidentWalk.Number(p), ResidentWalk.Code(p))).Distinct());
    }

    [Fact]
    public async Task Later_questions_lead_back_to_the_first_that_has_no_answer()
    {
        using var browser = app.Visitor();
        Assert.Equal("/submit", (await browser.Get("/submit/check")).Address.AbsolutePath);
        await browser.Describe();
        Assert.Equal("/submit/place", (await browser.Get("/submit/check")).Address.AbsolutePath);
    }

    [Fact]
    public async Task A_place_is_found_by_part_of_its_name_and_chosen()
    {
        using var browser = app.Visitor();
        var place = await browser.Describe();
        var found = await place.Submit("form[action='/submit/place']", ("place", "杨柳"), ("step", "find-place"));
        Assert.Contains("990102001001", found.All("input[name=area]").Select(i => i.GetAttribute("value")));
        Assert.Equal("/submit/contact", (await found.Place()).Address.AbsolutePath);
    }

    [Fact]
    public async Task A_place_may_be_passed_over()
    {
        using var browser = app.Visitor();
        var place = await browser.Describe();
        var contact = await place.Submit("form[action='/submit/place']", ("step", "unknown"));
        Assert.Equal("/submit/contact", contact.Address.AbsolutePath);
        Assert.Contains("说不清地点", (await contact.Contact()).Says("dl"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_is_not_served_is_refused_and_says_where_to_go()
    {
        using var browser = app.Visitor();
        var refused = await (await browser.Describe()).Place("990104100201");
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("邻市热线", refused.Says(), StringComparison.Ordinal);
        Assert.Equal("/submit/place", (await browser.Get("/submit/contact")).Address.AbsolutePath);
    }

    [Fact]
    public async Task An_anonymous_person_can_add_facts_and_withdraw_by_number_and_code()
    {
        using var browser = app.Visitor();
        var check = await (await (await browser.Describe()).Place()).Submit("form[action='/submit/contact']", ("contact", "Anonymous"));
        var receipt = await check.Press();
        var tracked = await browser.Track(ResidentWalk.Number(receipt), ResidentWalk.Code(receipt));
        var added = await tracked.Submit("details form", ("facts", "今晚又有两盏灭了。"), ("act", "facts"));
        Assert.Contains("今晚又有两盏灭了", added.Says(".timeline"), StringComparison.Ordinal);
        var asked = await added.Submit("form:has([value='ask-withdraw'])", ("act", "ask-withdraw"));
        Assert.Contains("真的要撤回吗", asked.Says(), StringComparison.Ordinal);
        var gone = await asked.Submit("form:has([value='withdraw'])", ("act", "withdraw"));
        Assert.Contains("撤回", gone.Says(".answer"), StringComparison.Ordinal);
        Assert.Empty(gone.All("[value='ask-withdraw']"));
    }

    [Fact]
    public async Task A_person_rates_the_three_questions_apart()
    {
        using var browser = app.Visitor();
        var number = await app.Given.ReviewedRequest();
        await browser.SignInByPhone("13800000001");
        var mine = await browser.Get("/my/requests");
        Assert.NotEmpty(mine.All($"a[href='/my/requests/{number}']"));
        var tracked = await browser.Get($"/my/requests/{number}");
        var incomplete = await tracked.Submit("form:has([name=solved])", ("act", "rate"), ("contacted", "yes"));
        Assert.Equal(HttpStatusCode.BadRequest, incomplete.Status);
        Assert.Equal(2, incomplete.All(".error-summary li").Count);
        var rated = await tracked.Submit(
            "form:has([name=solved])",
            ("act", "rate"),
            ("contacted", "yes"),
            ("solved", "No"),
            ("satisfied", "Mostly")
        );
        Assert.Equal(HttpStatusCode.OK, rated.Status);
        Assert.Contains("未解决", rated.Says("dl"), StringComparison.Ordinal);
        Assert.Contains("基本满意", rated.Says("dl"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_view_of_the_form_is_within_60_KB()
    {
        using var browser = app.Visitor();
        Assert.InRange(await browser.WeightOf("/submit"), 1, 60 * 1024);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Task<int> Count() => app.Use<RequestsDb, int>(db => db.Requests.CountAsync(Ct));
}
