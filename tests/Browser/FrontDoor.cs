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
}
