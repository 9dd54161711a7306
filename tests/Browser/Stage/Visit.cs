using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Suiying.Browser.Stage;

/// <summary>One person with a browser. What goes wrong on the way is gathered and fails the test at the end of the visit.</summary>
public sealed class Visit : IAsyncDisposable
{
    private const int LargestPicture = 150 * 1024;

    private readonly City city;
    private readonly IBrowserContext context;
    private readonly Screen screen;
    private readonly string language;
    private readonly ConcurrentQueue<string> problems = new();

    public Visit(City city, IBrowserContext context, IPage page, Screen screen, string language)
    {
        this.city = city;
        this.context = context;
        this.screen = screen;
        this.language = language;
        Page = page;
        context.Console += (_, message) =>
        {
            // An answer such as 400 or 404 is judged below, by what it is an answer to.
            if (message.Text.StartsWith("Failed to load resource: the server responded", StringComparison.Ordinal))
                return;
            if (message.Type == "error" || message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
                problems.Enqueue($"console: {message.Text} ({message.Page?.Url})");
        };
        context.WebError += (_, error) => problems.Enqueue($"script: {error.Error}");
        context.RequestFailed += (_, request) =>
        {
            // A page that is left while it still loads is no fault.
            if (request.Failure is { } failure && !failure.Contains("ERR_ABORTED", StringComparison.Ordinal))
                problems.Enqueue($"request: {request.Url} {failure}");
        };
        context.Response += (_, response) =>
        {
            // A page may well refuse a form; what a page is made of must be there.
            if (response.Status >= (response.Request.IsNavigationRequest ? 500 : 400))
                problems.Enqueue($"answer: {response.Status} {response.Url}");
        };
    }

    public IPage Page { get; }

    /// <summary>Errors in the console, blocked by the content security policy, unanswered or answered with 5xx. Empty when all went well.</summary>
    public IReadOnlyCollection<string> Problems => problems;

    public City City => city;

    /// <summary>A text of a page in the visitor's language.</summary>
    public string Say(string text, params object[] values) => Speech.Of(language, text, values);

    /// <summary>Opens a path and requires that it is answered with 200, or as told.</summary>
    public async Task Go(string path, int status = 200)
    {
        var answer = await Page.GotoAsync(path);
        Assert.Equal(status, answer?.Status);
    }

    /// <summary>Waits until an interactive page answers to its keys: its first act is to fetch the workbench's script.</summary>
    public Task UntilLive() =>
        Page.WaitForFunctionAsync("() => performance.getEntriesByType('resource').some(entry => entry.name.endsWith('/work.js'))");

    /// <summary>Signs in by one click as a demo account, such as <c>agent</c>, and comes to the page named.</summary>
    public async Task SignIn(string login, string returnPath = "/me")
    {
        await Go($"/signin?returnUrl={Uri.EscapeDataString(returnPath)}");
        await Page.Locator($"form[action='/signin/demo'] button[name=login][value='{login}']")
            .Or(Page.Locator($"form[action='/signin/demo']:has(input[name=login][value='{login}']) button"))
            .First.ClickAsync();
        await Page.WaitForURLAsync(address => !address.Contains("/signin", StringComparison.Ordinal));
    }

    /// <summary>Fails on any violation that axe finds on the page as it stands, or on that part of it, with the places.</summary>
    public Task MustBeAccessible(string within = "") => MustKeep("as it stands", within);

    /// <summary>
    /// The page as it stands, in every look: wide and narrow, dark, and in large letters. All rules are tried in the first look; in the
    /// others those that it may break.
    /// </summary>
    public async Task MustBeFineInEveryLook(string name)
    {
        await Shot(name);
        await MustBeAccessible();
        await MustFitTheScreen();
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await Shot($"{name}-dark");
        // Dark and narrow break rules that have nothing to do with each other, so one look tries both.
        await Page.SetViewportSizeAsync(Sizes.Of(Screen.Phone).Width, Sizes.Of(Screen.Phone).Height);
        await Shot($"{name}-narrow");
        // A desk's actions lie over the matter that scrolls beneath them; a target half under them is no fault.
        string[] sizes = await Page.Locator(".desk-dock").CountAsync() == 0 ? ["target-size"] : [];
        await MustKeep("dark and narrow", only: ["color-contrast", "scrollable-region-focusable", .. sizes]);
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        await MustFitTheScreen();
        await Page.EvaluateAsync("() => document.documentElement.dataset.size = 'elder'");
        await Shot($"{name}-elder");
        await MustFitTheScreen();
        await Page.EvaluateAsync("() => delete document.documentElement.dataset.size");
        await Page.SetViewportSizeAsync(Sizes.Of(Screen.Desktop).Width, Sizes.Of(Screen.Desktop).Height);
        MustHaveGoneWell();
    }

    private async Task MustKeep(string look, string within = "", params string[] only)
    {
        var broken = await Rules.Broken(Page, within, only);
        Assert.True(broken.Count == 0, $"{Page.Url}, {look}\n{string.Join('\n', broken)}");
    }

    /// <summary>Fails where the page is wider than the screen, so that a person would have to scroll sideways; names what sticks out.</summary>
    public async Task MustFitTheScreen()
    {
        var over = await Page.EvaluateAsync<string>(
            """
            () => {
              const width = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= width) return "";
              const wide = [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > width + 0.5);
              return `${document.documentElement.scrollWidth - width} px: ${wide.slice(0, 6).map((e) => `${e.localName}.${e.className}`).join(", ")}`;
            }
            """
        );
        Assert.True(over.Length == 0, $"{Page.Url} is wider than the {screen} screen by {over}");
    }

    /// <summary>Accessible, fits, no problem so far; and a picture of it in artifacts/screenshots.</summary>
    public async Task MustBeFine(string name)
    {
        await Shot(name);
        // The rules know no language, and trying them costs more than the page: whoever goes the same way in Chinese has tried them.
        if (language == Speech.Chinese)
            await MustBeAccessible();
        await MustFitTheScreen();
        MustHaveGoneWell();
    }

    /// <summary><see cref="MustBeFine"/> on a screen of 390 pixels and on one of 1280, with a part of the page in view.</summary>
    public async Task MustBeFineWideAndNarrow(string name, ILocator? part = null)
    {
        foreach (var (width, height) in new[] { (Sizes.Of(Screen.Handset).Width, Sizes.Of(Screen.Handset).Height), (1280, 900) })
        {
            await Page.SetViewportSizeAsync(width, height);
            if (part is not null)
                await part.ScrollIntoViewIfNeededAsync();
            await MustBeFine($"{name}-{width}");
        }
    }

    /// <summary>Fails where anything is among <see cref="Problems"/>.</summary>
    public void MustHaveGoneWell() => Assert.True(problems.IsEmpty, string.Join('\n', problems));

    /// <summary>A picture of the whole page, named by the page and the screen; only where SUIYING_TEST_SHOTS asks for them, since each costs a while.</summary>
    public async Task Shot(string name)
    {
        if (Environment.GetEnvironmentVariable("SUIYING_TEST_SHOTS") is null or "")
            return;
        var folder = Path.Combine(Server.Root, "artifacts", "screenshots");
        var path = Path.Combine(folder, $"{name}-{screen.ToString().ToLowerInvariant()}.png");
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = path, FullPage = true });
    }

    /// <summary>
    /// What the screen shows now, as a picture for the documentation; only where SUIYING_PICTURES asks for new ones. Small enough to lie
    /// in the repository.
    /// </summary>
    public async Task Picture(string name)
    {
        if (!PicturesWanted)
            return;
        if (screen == Screen.Desktop)
            await Page.SetViewportSizeAsync(1280, 800);
        var path = Path.Combine(Server.Root, "docs", "pictures", $"{name}.png");
        var picture = await SmallPng.Of(context, await Page.ScreenshotAsync());
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, picture);
        Assert.True(picture.Length <= LargestPicture, $"{name}.png has {picture.Length} bytes.");
    }

    public static bool PicturesWanted => Environment.GetEnvironmentVariable("SUIYING_PICTURES") is not (null or "");

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
