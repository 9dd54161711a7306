using Suiying.Browser.Stage;

namespace Suiying.Browser;

/// <summary>What everybody meets first.</summary>
public sealed class FrontDoor(City city)
{
    [Fact]
    public async Task The_first_page_works_without_script()
    {
        await using var visit = await city.Visit(Screen.Phone, withScript: false);
        await visit.Go("/");
        Assert.NotEqual("", (await visit.Page.InnerTextAsync("h1")).Trim());
        visit.MustHaveGoneWell();
    }

    [Fact]
    public async Task In_development_one_click_signs_in()
    {
        await using var visit = await city.Visit();
        await visit.SignIn("agent");
        Assert.Contains("演示", await visit.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await visit.MustBeFine("me-agent");
    }
}
