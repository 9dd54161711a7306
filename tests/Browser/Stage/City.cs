using Microsoft.Playwright;
using Suiying.Browser.Stage;

[assembly: AssemblyFixture(typeof(City))]
[assembly: TestCollectionOrderer(typeof(Suiying.Testing.LongestFirst))]

namespace Suiying.Browser.Stage;

/// <summary>How wide the visitor's screen is.</summary>
public enum Screen
{
    /// <summary>360 × 740, touch, as on a cheap phone.</summary>
    Phone,

    /// <summary>390 × 844, touch, as on most phones.</summary>
    Handset,

    /// <summary>1440 × 900.</summary>
    Desktop,
}

/// <summary>Screens in pixels of the page.</summary>
public static class Sizes
{
    public static ViewportSize Of(Screen screen) =>
        screen switch
        {
            Screen.Phone => new ViewportSize { Width = 360, Height = 740 },
            Screen.Handset => new ViewportSize { Width = 390, Height = 844 },
            _ => new ViewportSize { Width = 1440, Height = 900 },
        };
}

/// <summary>One running city and one browser for all tests of this program; each visit is a new person with no cookies.</summary>
public sealed class City : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;
    private Server? server;

    public Server Server => server ?? throw new InvalidOperationException("Not started.");

    public async ValueTask InitializeAsync()
    {
        // Two visits at once on two cores beside the server: slow is not wrong.
        Assertions.SetDefaultExpectTimeout(15_000);
        server = await Server.Start(
            new Dictionary<string, string>
            {
                // Every way of telling people is shown; what would go out finds nobody there.
                ["SUIYING_ADDRESS"] = "https://12345.example",
                ["SUIYING_PUSH"] = "1",
                ["SUIYING_SMTP"] = "127.0.0.1:9",
                ["SUIYING_SMTP_FROM"] = "12345@city.example",
                ["SUIYING_WECHAT_APPID"] = "wx2c2769f8efd9abc2",
                ["SUIYING_WECHAT_TOKEN"] = "spamtest",
                ["SUIYING_WECHAT_KEY"] = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
                ["SUIYING_WECHAT_NAME"] = "保定12345（演示）",
                ["SUIYING_WEBHOOK_ALLOW"] = "127.0.0.1",
            }
        );
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = Program(),
                Args =
                [
                    "--no-sandbox",
                    "--lang=zh-CN",
                    "--disable-lcd-text",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--disable-dev-shm-usage",
                    // The shell has no such service and ends a page that asks for it.
                    "--disable-blink-features=OnDeviceWebSpeechAvailable",
                ],
            }
        );
    }

    /// <summary>The distribution's own browser; nothing is ever downloaded. Its shell without windows does less for the same pages.</summary>
    private static string Program()
    {
        const string shell = "/usr/bin/chromium-headless-shell";
        return Environment.GetEnvironmentVariable("SUIYING_TEST_CHROMIUM") ?? (File.Exists(shell) ? shell : "/usr/bin/chromium");
    }

    /// <param name="screen">Width and touch.</param>
    /// <param name="withScript">False for a visitor whose browser runs no script: resident pages must work all the same.</param>
    /// <param name="language">What the visitor's browser asks for.</param>
    /// <param name="of">Another server than the one of all tests.</param>
    public async Task<Visit> Visit(
        Screen screen = Screen.Desktop,
        bool withScript = true,
        string language = Speech.Chinese,
        Server? of = null
    )
    {
        var phone = screen is not Screen.Desktop;
        var context = await (browser ?? throw new InvalidOperationException("Not started.")).NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = (of ?? Server).Address.ToString(),
                Locale = language,
                TimezoneId = "Asia/Shanghai",
                JavaScriptEnabled = withScript,
                HasTouch = phone,
                IsMobile = phone,
                ViewportSize = Sizes.Of(screen),
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        context.SetDefaultTimeout(30_000);
        return new Visit(this, context, await context.NewPageAsync(), screen, language);
    }

    /// <summary>A member of staff signs in, works at a desk and leaves; nothing went wrong meanwhile.</summary>
    /// <param name="login">Who.</param>
    /// <param name="desk">What follows /desk/, such as intake/130606….</param>
    /// <param name="work">What they do there.</param>
    /// <param name="screen">On which screen.</param>
    /// <param name="language">In which language.</param>
    public async Task At(string login, string desk, Func<Desk, Task> work, Screen screen = Screen.Desktop, string language = Speech.Chinese)
    {
        await using var visit = await Visit(screen, language: language);
        await visit.SignIn(login);
        var place = new Desk(visit);
        await place.Open($"/desk/{desk}");
        await work(place);
        visit.MustHaveGoneWell();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        if (server is not null)
            await server.DisposeAsync();
    }
}
