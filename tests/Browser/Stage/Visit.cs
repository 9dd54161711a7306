using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Suiying.Browser.Stage;

/// <summary>One person with a browser. What goes wrong on the way is gathered and fails the test at the end of the visit.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly City city;
    private readonly IBrowserContext context;
    private readonly Screen screen;
    private readonly ConcurrentQueue<string> problems = new();

    public Visit(City city, IBrowserContext context, IPage page, Screen screen)
    {
        this.city = city;
        this.context = context;
        this.screen = screen;
        Page = page;
        context.Console += (_, message) =>
        {
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
            if (response.Status >= 500)
                problems.Enqueue($"answer: {response.Status} {response.Url}");
        };
    }

    public IPage Page { get; }

    /// <summary>Errors in the console, blocked by the content security policy, unanswered or answered with 5xx. Empty when all went well.</summary>
    public IReadOnlyCollection<string> Problems => problems;

    public City City => city;

    /// <summary>Opens a path and requires that it is answered with 200.</summary>
    public async Task Go(string path)
    {
        var answer = await Page.GotoAsync(path);
        Assert.Equal(200, answer?.Status);
    }

    /// <summary>Signs in by one click as a demo account, such as <c>agent</c>, and comes to the page named.</summary>
    public async Task SignIn(string login, string returnPath = "/me")
    {
        await Go($"/signin?returnUrl={Uri.EscapeDataString(returnPath)}");
        await Page.Locator($"form[action='/signin/demo'] button[name=login][value='{login}']")
            .Or(Page.Locator($"form[action='/signin/demo']:has(input[name=login][value='{login}']) button"))
            .First.ClickAsync();
        await Page.WaitForURLAsync(address => !address.Contains("/signin", StringComparison.Ordinal));
    }

    /// <summary>Fails on any violation that axe finds on the page as it stands, with the places.</summary>
    public async Task MustBeAccessible()
    {
        var found = await Page.RunAxe();
        Assert.True(found.Violations.Length == 0, $"{Page.Url}\n{string.Join('\n', found.Violations.Select(Tell))}");
    }

    /// <summary>Fails where the page is wider than the screen, so that a person would have to scroll sideways.</summary>
    public async Task MustFitTheScreen()
    {
        var over = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(over <= 0, $"{Page.Url} is {over} px wider than the {screen} screen.");
    }

    /// <summary>Accessible, fits, no problem so far; and a picture of it in artifacts/screenshots.</summary>
    public async Task MustBeFine(string name)
    {
        await Shot(name);
        await MustBeAccessible();
        await MustFitTheScreen();
        MustHaveGoneWell();
    }

    /// <summary>Fails where anything is among <see cref="Problems"/>.</summary>
    public void MustHaveGoneWell() => Assert.True(problems.IsEmpty, string.Join('\n', problems));

    /// <summary>A picture of the whole page, named by the page and the screen.</summary>
    public async Task Shot(string name)
    {
        var folder = Path.Combine(Server.Root, "artifacts", "screenshots");
        var path = Path.Combine(folder, $"{name}-{(screen == Screen.Phone ? "phone" : "desktop")}.png");
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = path, FullPage = true });
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private static string Tell(AxeResultItem item) =>
        $"{item.Id} ({item.Impact}): {item.Help} — {string.Join(", ", item.Nodes.Take(5).Select(node => node.Target))}";
}
