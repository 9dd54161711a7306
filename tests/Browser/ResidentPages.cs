using Microsoft.Playwright;
using Suiying.Browser.Stage;

namespace Suiying.Browser;

/// <summary>Every page that a resident meets, walked through in a browser and looked at.</summary>
public sealed class ResidentPages(City city)
{
    [Theory]
    [InlineData(Screen.Phone)]
    [InlineData(Screen.Desktop)]
    public async Task A_resident_submits_and_follows_a_matter(Screen screen)
    {
        await using var visit = await city.Visit(screen);
        var page = visit.Page;
        await visit.Go("/submit");
        await visit.MustBeFine("submit-matter");
        await page.FillAsync("#text", "小区门口的路灯坏了一个多星期，晚上接孩子看不见路，希望尽快修好。");
        await page.CheckAsync("input[value=Help]");
        await page.SetInputFilesAsync(
            "#photos",
            new FilePayload
            {
                Name = "photo.png",
                MimeType = "image/png",
                Buffer = Pixel,
            }
        );
        await page.ClickAsync("button[value=next]");

        await page.FillAsync("#place", "东关");
        await page.ClickAsync("[data-place-search]");
        await page.Locator("[data-place-options] input").First.CheckAsync();
        await page.FillAsync("#detail", "小区东门外");
        await visit.MustBeFine("submit-place");
        await page.ClickAsync("button[value=next]");

        await page.FillAsync("#phone", "13800000001");
        await page.CheckAsync("input[name=conduct]");
        await visit.MustBeFine("submit-contact");
        await page.ClickAsync("button[value=next]");

        await page.FillAsync("#unit-words", "城市管理");
        await page.ClickAsync("button[value=find]");
        await visit.MustBeFine("submit-unit");
        await page.ClickAsync("button[value=unknown]");

        await visit.MustBeFine("submit-check");
        await page.ClickAsync("main form button");
        await visit.MustBeFine("submit-receipt");
        await page.ClickAsync("main .actions a");
        await visit.MustBeFine("track-result");
        await page.ClickAsync("button[value='ask-withdraw']");
        await visit.MustBeFine("track-withdraw");
    }

    [Theory]
    [InlineData(Screen.Phone)]
    [InlineData(Screen.Desktop)]
    public async Task The_other_pages_are_fine_too(Screen screen)
    {
        await using var visit = await city.Visit(screen);
        foreach (var (path, name) in new[] { ("/", "home"), ("/public", "public"), ("/track", "track"), ("/privacy", "privacy") })
        {
            await visit.Go(path);
            await visit.MustBeFine(name);
        }
    }

    /// <summary>A PNG of one pixel.</summary>
    private static readonly byte[] Pixel = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
    );
}
