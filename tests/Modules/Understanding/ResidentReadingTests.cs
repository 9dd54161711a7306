using Suiying.Testing;
using Suiying.Tests.Requests;

namespace Suiying.Tests.Understanding;

/// <summary>What a resident sees of what the city read out of their words, before they submit.</summary>
public sealed class ResidentReadingTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    [Fact]
    public async Task A_place_in_the_words_is_proposed_and_chosen_by_nobody_but_the_person()
    {
        using var browser = app.Visitor();
        var place = await browser.Describe("杨柳社区门口的路灯不亮，已经三天了。");
        var proposed = Assert.Single(place.All("input[name=area]"));
        Assert.Equal("990102001001", proposed.GetAttribute("value"));
        Assert.False(proposed.HasAttribute("checked"));
        Assert.Contains("您写的内容里提到的地方", place.Says("main"), StringComparison.Ordinal);
        var check = await (await place.Place()).Contact();
        Assert.Contains("“路灯不亮”（看到“路灯", check.Says("#understood"), StringComparison.Ordinal);
        Assert.Empty(check.All("main .help-calls"));
    }

    [Fact]
    public async Task Danger_in_the_words_is_answered_with_the_numbers_to_call()
    {
        using var browser = app.Visitor();
        var check = await (await (await browser.Describe("杨柳社区3号楼楼道里一股煤气味，呛得人头晕。")).Place()).Contact();
        Assert.Contains("可能有危险：燃气泄漏", check.Says("main"), StringComparison.Ordinal);
        Assert.NotEmpty(check.All("main .help-calls a[href^='tel:']"));
    }
}
