using Microsoft.Playwright;
using Suiying.Browser.Stage;
using Xunit.Sdk;

namespace Suiying.Browser;

/// <summary>The negative control of <see cref="Visit"/>: a page with every fault that it must find.</summary>
public sealed class WatchTests(City city)
{
    private const string Broken = """
        <!doctype html><html><head><title></title></head><body><div style="width:5000px">wide</div>
        <img src="/missing.png"><script>window.ran = true</script><p style="color:#eee;background:#fff">pale</p></body></html>
        """;

    [Fact]
    public async Task A_page_with_faults_is_found_to_have_them()
    {
        await using var visit = await city.Visit(Screen.Phone);
        await visit.Page.RouteAsync(
            "**/broken",
            route =>
                route.FulfillAsync(
                    new RouteFulfillOptions
                    {
                        ContentType = "text/html",
                        Headers = new Dictionary<string, string> { ["Content-Security-Policy"] = "script-src 'self'" },
                        Body = Broken,
                    }
                )
        );
        await visit.Go("/broken");

        Assert.Contains(visit.Problems, p => p.Contains("Content Security Policy", StringComparison.Ordinal));
        Assert.Throws<TrueException>(visit.MustHaveGoneWell);
        var faults = await Assert.ThrowsAsync<TrueException>(() => visit.MustBeAccessible());
        Assert.Contains("image-alt", faults.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<TrueException>(visit.MustFitTheScreen);
    }
}
