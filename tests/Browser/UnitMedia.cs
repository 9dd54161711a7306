using Microsoft.Playwright;
using Suiying.Browser.Stage;
using static Microsoft.Playwright.Assertions;

namespace Suiying.Browser;

/// <summary>A unit's recording beside its reply: played before it is sent, taken off again, and refused where it is none.</summary>
public sealed class UnitMedia(City city)
{
    [Fact]
    public async Task A_recording_is_played_in_the_panel_and_taken_off_again()
    {
        await using var visit = await city.Visit();
        await visit.SignIn("lianchi.urban1");
        await new Desk(visit).Open("/desk/unit?state=InProgress");
        await visit.Page.Keyboard.PressAsync("j");
        await Expect(visit.Page.Locator(".desk-detail .matter-head")).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("r");
        var panel = visit.Page.Locator("[data-panel]");
        await Choose(panel, FieldPages.Sound);
        await Expect(panel.Locator("audio")).ToHaveCountAsync(1);
        await panel.Locator("audio").ScrollIntoViewIfNeededAsync();
        await visit.Shot("desk-media");
        await visit.MustBeAccessible("[data-panel]");
        await panel.GetByRole(AriaRole.Button, new() { Name = "去掉第 1 段" }).ClickAsync();
        await Expect(panel.Locator("audio")).ToHaveCountAsync(0);
        await Choose(panel, [.. "no sound"u8]);
        await Expect(panel).ToContainTextAsync("不是录音或视频");
        visit.MustHaveGoneWell();
    }

    private static Task Choose(ILocator panel, byte[] bytes) =>
        panel
            .Locator("#media")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "a.wav",
                    MimeType = "audio/wav",
                    Buffer = bytes,
                }
            );
}
