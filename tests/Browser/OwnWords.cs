using Suiying.Browser.Stage;
using static Microsoft.Playwright.Assertions;

namespace Suiying.Browser;

/// <summary>A person wrote their name and number into the words: they see it before submitting, take it out and see what others would see.</summary>
public sealed class OwnWords(City city)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_stands_in_the_words_is_shown_and_taken_out_before_they_are_sent(bool withScript)
    {
        await using var visit = await city.Visit(Screen.Phone, withScript);
        var resident = new Resident(visit);
        var matter = new Matter { Text = "我叫王建国，住双彩街小区3号楼2单元501，电话13900001234，楼道灯坏了半个月。" };
        await visit.Go("/submit");
        await resident.Describe(matter);
        await resident.FindPlace(matter);
        await resident.LeaveContact(matter);
        var main = visit.Page.Locator("main");
        await Expect(main).ToContainTextAsync("姓名“王建国”、住址“双彩街小区3号楼2单元501”、电话“13900001234”");
        await visit.Page.GetByText("公开后别人看到什么？").ClickAsync();
        if (withScript)
            await visit.MustBeFine("own-words");
        await resident.Press("替我去掉");
        await Expect(main).ToContainTextAsync("我叫〔姓名〕，住〔住址〕，电话〔电话〕，楼道灯坏了半个月。");
        await Expect(main).Not.ToContainTextAsync("王建国");
        if (withScript)
            await visit.MustBeFine("own-words-hidden");
        var ticket = await resident.Send();
        Assert.NotEmpty(ticket.Code);
        visit.MustHaveGoneWell();
    }
}
