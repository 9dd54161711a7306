using Suiying.Browser.Stage;
using static Microsoft.Playwright.Assertions;

namespace Suiying.Browser;

/// <summary>Makes the pictures of the documentation anew, with demo data; the journeys make theirs on the way.</summary>
public sealed class Pictures(City city)
{
    public static bool Wanted => Visit.PicturesWanted;

    [Theory(Skip = "Only where SUIYING_PICTURES asks for new pictures.", SkipUnless = nameof(Wanted))]
    [InlineData("home", "", "/")]
    [InlineData("public", "", "/public")]
    [InlineData("board", "supervisor", "/board")]
    [InlineData("desk", "agent", "/desk/intake")]
    [InlineData("unit", "lianchi.urban1", "/desk/unit?state=InProgress")]
    [InlineData("inbox", "agent", "/desk/inbox")]
    [InlineData("wall", "supervisor", "/desk/wall")]
    [InlineData("knowledge", "agent", "/desk/knowledge?q=暖气")]
    public async Task Pictures_show_the_demo_city(string name, string login, string path)
    {
        await using var visit = await city.Visit();
        if (login.Length > 0)
            await visit.SignIn(login);
        await visit.Go(path);
        if (name is "inbox" or "wall")
            await new Desk(visit).Live();
        else if (path.StartsWith("/desk/", StringComparison.Ordinal))
            await visit.UntilLive();
        if (name is "desk" or "unit" or "inbox")
        {
            await visit.Page.Keyboard.PressAsync("j");
            if (name == "inbox")
                await visit.Page.Keyboard.PressAsync("Enter");
            await Expect(visit.Page.Locator(".desk-detail :is(.matter-head, .desk-actions)").First).ToBeVisibleAsync();
        }
        await visit.Picture(name);
    }
}
