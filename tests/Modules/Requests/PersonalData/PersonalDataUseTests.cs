using System.Net;
using Suiying.Requests.Model;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>Where the finder of personal data stands between words and those who read them (PIPL art. 25; domain A.13).</summary>
public sealed class PersonalDataUseTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private readonly Town town = new(app);

    [Fact]
    public async Task A_public_text_that_holds_personal_data_waits_until_somebody_has_checked_it()
    {
        var number = await town.In(RequestState.Closed);
        const string text = "王建国反映的东一街道路灯已修复。";
        var refused = await town.Send("reviewer", number, RequestAction.ApprovePublicText, ("text", text));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("王建国", refused.Text, StringComparison.Ordinal);
        Assert.Null((await town.Stored(number)).PublicText);
        await town.Done("reviewer", number, RequestAction.ApprovePublicText, ("text", text), ("checked", true));
        Assert.Equal(text, (await town.Stored(number)).PublicText);
        Assert.Equal("checked=1", (await town.History(number))[^1].Facts);
    }

    [Fact]
    public async Task A_number_in_an_approved_text_still_leaves_on_no_list_and_in_no_file()
    {
        var number = await town.In(RequestState.Closed);
        await town.Done(
            "reviewer",
            number,
            RequestAction.ApprovePublicText,
            ("text", "路灯已修复，联系13800000001，车牌冀F12A45。"),
            ("checked", true)
        );
        var serial = (await town.Stored(number)).Serial;
        foreach (var path in new[] { $"/public/{serial}", "/public", "/public.csv", $"/open311/v2/requests/{number}.json" })
        {
            var page = await app.Visitor().Get(path);
            Assert.Contains("〔电话〕", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("13800000001", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("12A45", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_only_helps_reads_the_words_without_the_persons_data()
    {
        var said = app.Given.Intake() with { Text = "小区门口的路灯坏了，请打13800000001联系我。" };
        var number = await town.In(RequestState.InProgress, said);
        await town.Done("east1", number, RequestAction.AskCoHandler, ("unit", "WATER"));
        var lead = await (await town.At("east1")).Get($"/api/requests/{number}");
        var helper = await (await town.At("water")).Get($"/api/requests/{number}");
        Assert.Contains("13800000001", lead.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("13800000001", helper.Text, StringComparison.Ordinal);
        Assert.Contains("〔电话〕", helper.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_sees_what_stands_in_their_words_takes_it_out_and_sees_what_others_would_see()
    {
        using var browser = app.Visitor();
        var described = await browser.Describe("我叫王建国，电话13800000001，小区门口的路灯坏了一个多星期。");
        var check = await (await described.Place()).Contact();
        Assert.Contains("姓名“王建国”", check.Says(), StringComparison.Ordinal);
        Assert.Contains("电话“13800000001”", check.Says(), StringComparison.Ordinal);
        Assert.Contains("公开后别人看到什么", check.Says(), StringComparison.Ordinal);
        var after = await check.Submit("form[action='/submit/check']", ("act", "hide"));
        Assert.DoesNotContain("王建国", after.Says(), StringComparison.Ordinal);
        Assert.Contains("我叫〔姓名〕，电话〔电话〕", after.Says(), StringComparison.Ordinal);
        Assert.DoesNotContain("替我去掉", after.Says(), StringComparison.Ordinal);
    }
}
