using Microsoft.Playwright;
using Suiying.Browser.Stage;

namespace Suiying.Browser;

/// <summary>长者版 measured: size of text and targets, height of lines, contrast, and no scrolling sideways at twice the size.</summary>
public sealed class ElderPages(City city)
{
    /// <summary>360 and 1280 pixels wide, as they are and at 200 %: half as wide in pixels of the page.</summary>
    private static readonly (int Width, int Height)[] Screens = [(360, 740), (180, 370), (1280, 800), (640, 400)];

    private static readonly Matter Lamp = new() { Text = "门口的路灯坏了，晚上看不见路。" };

    [Fact]
    public async Task What_a_resident_does_from_the_first_page_to_the_receipt_can_be_done_in_easy_view()
    {
        await using var visit = await city.Visit(Screen.Phone);
        var resident = new Resident(visit);
        await visit.Go("/");
        await visit.Page.Locator(".site-nav .site-size button").ClickAsync();
        await Measure(visit, "home");
        await Measure(visit, "help", "/help");
        await visit.Page.Locator(".help-pictures a").First.ClickAsync();
        await Measure(visit, "help-one");
        await Measure(visit, "submit", "/submit");
        await resident.Describe(Lamp);
        await Measure(visit, "place");
        await resident.FindPlace(Lamp);
        await Measure(visit, "contact");
        await resident.LeaveContact(Lamp);
        await Measure(visit, "check");
        var ticket = await resident.Send();
        await Measure(visit, "receipt");
        await resident.Track(ticket);
        await Measure(visit, "tracked");
        foreach (
            var (name, path) in new[]
            {
                ("track", "/track"),
                ("my", "/my"),
                ("public", "/public"),
                ("knowledge", "/knowledge"),
                ("privacy", "/privacy"),
            }
        )
            await Measure(visit, name, path);
        visit.MustHaveGoneWell();
    }

    [Fact]
    public async Task Large_text_alone_is_kept_and_taken_back()
    {
        await using var visit = await city.Visit(Screen.Phone);
        await visit.Go("/privacy");
        await visit.Page.Locator(".site-footer .site-size button").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-size", "large");
        await visit.MustBeFine("privacy-large");
        await visit.Page.Locator(".site-footer .site-size button").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("html")).Not.ToHaveAttributeAsync("data-size", "large");
    }

    private static async Task Measure(Visit visit, string name, string? path = null)
    {
        if (path is not null)
            await visit.Go(path);
        await Assertions.Expect(visit.Page.Locator(".elder-call")).ToBeVisibleAsync();
        foreach (var (width, height) in Screens)
        {
            await visit.Page.SetViewportSizeAsync(width, height);
            await visit.Shot($"easy-{name}-{width}");
            await visit.MustFitTheScreen();
        }
        await visit.Page.SetViewportSizeAsync(360, 740);
        await visit.MustBeAccessible();
        var broken = await Rules.Broken(visit.Page, "", "color-contrast-enhanced");
        Assert.True(broken.Count == 0, $"{visit.Page.Url}: {string.Join('\n', broken)}");
        var small = await visit.Page.EvaluateAsync<string[]>(Small);
        Assert.True(small.Length == 0, $"{visit.Page.Url}\n{string.Join('\n', small)}");
    }

    /// <summary>Text below 24 px, lines below 1.5, and targets below 60 px. A link within a sentence is no target of its own.</summary>
    private const string Small = """
        () => {
          const seen = (e) => e.checkVisibility() && e.getBoundingClientRect().width > 2 && !e.closest(".visually-hidden, .skip, .only-print");
          const name = (e) => `${e.localName}.${e.className} “${(e.textContent || e.value || "").trim().slice(0, 20)}”`;
          const wrong = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const done = new Set();
          while (walker.nextNode()) {
            const e = walker.currentNode.parentElement;
            if (!walker.currentNode.data.trim() || done.has(e) || !seen(e) || e.closest("svg, script, style, option")) continue;
            done.add(e);
            const style = getComputedStyle(e);
            const size = parseFloat(style.fontSize);
            if (size < 23.9) wrong.push(`${size} px: ${name(e)}`);
            if (parseFloat(style.lineHeight) / size < 1.49) wrong.push(`line ${style.lineHeight} of ${size} px: ${name(e)}`);
          }
          for (const e of document.querySelectorAll("button, .button, .door, .choice, select, textarea, summary, nav a, .elder-call, .help-calls a, .help-pictures a, input:not([type=hidden], [type=radio], [type=checkbox])")) {
            const box = e.getBoundingClientRect();
            if (seen(e) && (box.height < 59.5 || box.width < 59.5)) wrong.push(`${Math.round(box.width)} × ${Math.round(box.height)} px: ${name(e)}`);
          }
          return wrong.slice(0, 12);
        }
        """;
}
