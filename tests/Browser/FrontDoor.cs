using Suiying.Browser.Stage;

namespace Suiying.Browser;

/// <summary>What everybody meets first.</summary>
public sealed class FrontDoor(City city)
{
    [Theory]
    [InlineData(Screen.Phone)]
    [InlineData(Screen.Desktop)]
    public async Task The_first_page_opens_and_everybody_can_use_it(Screen screen)
    {
        await using var visit = await city.Visit(screen);
        await visit.Go("/");
        await visit.MustBeFine("home");
    }

    [Fact]
    public async Task The_first_page_works_without_script()
    {
        await using var visit = await city.Visit(Screen.Phone, withScript: false);
        await visit.Go("/");
        Assert.NotEqual("", (await visit.Page.InnerTextAsync("h1")).Trim());
        visit.MustHaveGoneWell();
    }

    [Theory]
    [InlineData(Screen.Phone)]
    [InlineData(Screen.Desktop)]
    public async Task Staff_find_the_sign_in_page_usable(Screen screen)
    {
        await using var visit = await city.Visit(screen);
        await visit.Go("/signin");
        await visit.MustBeFine("signin");
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
