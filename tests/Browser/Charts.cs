using Microsoft.Playwright;
using Suiying.Browser.Stage;
using static Microsoft.Playwright.Assertions;

namespace Suiying.Browser;

/// <summary>A chart is drawn above its table, by a script that the page's security policy allows; and the table never needs it.</summary>
public sealed class Charts(City city)
{
    private const string Kinds = "/design/charts";

    /// <summary>In bytes before they are packed, which only a published server does: about a third goes over the line.</summary>
    private const int MostWhole = 520_000;

    /// <summary>How many pixels of a canvas are painted, and a sum of their colours.</summary>
    private const string Painted = """
        (host) => {
          const canvas = host.querySelector("canvas");
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          let painted = 0, sum = 0;
          for (let i = 0; i < data.length; i += 4) if (data[i + 3] > 0) { painted++; sum = (sum + data[i] * 3 + data[i + 1] * 5 + data[i + 2] * 7 + data[i + 3]) % 1000003; }
          return [painted, sum];
        }
        """;

    [Theory]
    [InlineData(Screen.Phone)]
    [InlineData(Screen.Desktop)]
    public async Task Every_kind_is_drawn_within_the_screen_and_tells_its_numbers_by_keys(Screen screen)
    {
        await using var visit = await city.Visit(screen);
        await visit.Go(Kinds);
        await Drawn(visit, 3);
        foreach (var host in await visit.Page.Locator("[data-chart]").AllAsync())
            Assert.True((await host.EvaluateAsync<int[]>(Painted))[0] > 1000);
        await visit.MustBeFine("charts");

        await Step(visit, "lines", "ArrowRight", "2026-01：得分 81.0 · 响应率 96% · 解决率 74% (65%–83%) · 满意率 82%");
        await Step(visit, "lines", "End", "2026-07：");
        await Step(visit, "bars", "ArrowDown", "和平路街道：解决率 93% (89%–97%)");
        await Step(visit, "columns", "ArrowLeft", "11–12：件数 12 · 应有件数 13");
        await visit.Shot("charts-pointed");
        var box = (await Host(visit, "bars").BoundingBoxAsync())!;
        await Host(visit, "bars")
            .HoverAsync(
                new LocatorHoverOptions
                {
                    Position = new Position { X = box.Width / 2, Y = box.Height / 3 },
                }
            );
        await Expect(visit.Page.Locator("#bars-said")).ToContainTextAsync("东关大街街道");
        visit.MustHaveGoneWell();
    }

    [Fact]
    public async Task It_is_drawn_again_in_the_dark_in_colours_of_ones_own_and_on_paper_where_its_table_opens()
    {
        await using var visit = await city.Visit();
        await visit.Go(Kinds);
        await Drawn(visit, 3);
        var light = await Look(visit);
        await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        var dark = await Look(visit, light);
        await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.Active });
        await Look(visit, dark);
        await visit.Shot("charts-forced");
        await visit.Page.EmulateMediaAsync(
            new PageEmulateMediaOptions { ForcedColors = ForcedColors.None, ColorScheme = ColorScheme.Light }
        );
        await LooksLike(visit, light);

        var folded = visit.Page.Locator("figure:has([aria-describedby=columns-said]) details");
        await Expect(folded).Not.ToHaveAttributeAsync("open", "");
        await visit.Page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");
        await Expect(folded).ToHaveAttributeAsync("open", "");
        await Look(visit, light);
        await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await visit.Shot("charts-print");
        await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
        await visit.Page.EvaluateAsync("dispatchEvent(new Event('afterprint'))");
        await Expect(folded).Not.ToHaveAttributeAsync("open", "");
        await LooksLike(visit, light);
        visit.MustHaveGoneWell();
    }

    [Fact]
    public async Task A_page_with_charts_fetches_one_script_of_the_package_and_a_small_one_of_ours()
    {
        await using var visit = await city.Visit(Screen.Phone);
        var answers = new List<IResponse>();
        visit.Page.Response += (_, answer) => answers.Add(answer);
        await visit.Go(Kinds);
        await Drawn(visit, 3);
        var parts = new List<string>();
        var whole = 0;
        foreach (var answer in answers.Where(a => a.Url.Contains("chart", StringComparison.Ordinal) && a.Request.ResourceType == "script"))
        {
            var size = (await answer.BodyAsync()).Length;
            whole += size;
            parts.Add($"{size} {answer.Url}");
        }
        Assert.True(parts.Count == 2 && whole <= MostWhole, string.Join('\n', parts));
    }

    [Fact]
    public async Task Without_script_the_table_stands_alone()
    {
        await using var visit = await city.Visit(Screen.Phone, withScript: false);
        await visit.Go(Kinds);
        await Expect(visit.Page.Locator(".chart-live").First).ToBeHiddenAsync();
        await Expect(visit.Page.Locator("figure table").First).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("figure table").First).ToContainTextAsync("65%–83%");
        visit.MustHaveGoneWell();
    }

    [Fact]
    public async Task Where_the_package_does_not_come_the_page_says_so_and_the_table_stands()
    {
        await using var visit = await city.Visit();
        await visit.Page.RouteAsync("**/lib/echarts/**", route => route.AbortAsync("aborted"));
        await visit.Go(Kinds);
        await Expect(visit.Page.Locator("#lines-said")).ToHaveTextAsync("图没有画出来，下面的表内容是一样的。");
        await Expect(Host(visit, "lines")).ToBeHiddenAsync();
        await Expect(visit.Page.Locator("figure table").First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(Screen.Phone)]
    [InlineData(Screen.Desktop)]
    public async Task A_units_score_is_drawn_over_its_months_whether_one_comes_by_a_link_or_by_its_address(Screen screen)
    {
        await using var visit = await city.Visit(screen);
        var fetched = new List<string>();
        visit.Page.Request += (_, request) => fetched.Add(request.Url);
        await visit.SignIn("supervisor");
        await Scored(visit);
        await visit.Go("/desk/scores/classes?kind=CityDepartment");
        Assert.DoesNotContain(fetched, url => url.Contains("echarts", StringComparison.Ordinal));
        await visit.Go("/desk/scores?kind=CityDepartment");
        await StaffTour.Follow(visit, "main table th a");
        await Drawn(visit, 1);
        Assert.Contains(fetched, url => url.Contains("echarts", StringComparison.Ordinal));
        await (screen is Screen.Desktop ? visit.MustBeFineInEveryLook("scores-trend") : visit.MustBeFine("scores-trend"));

        await visit.Page.ReloadAsync();
        await Drawn(visit, 1);
        Assert.True((await visit.Page.Locator("[data-chart]").EvaluateAsync<int[]>(Painted))[0] > 1000);
        await visit.Page.Locator("figure.chart tbody th a").First.ClickAsync();
        await Drawn(visit, 1);
        visit.MustHaveGoneWell();
    }

    [Fact]
    public async Task A_stranger_is_shown_no_units_score()
    {
        await using var visit = await city.Visit();
        await visit.Page.GotoAsync("/desk/scores/D-housing?month=2026-06");
        Assert.Contains("/signin", visit.Page.Url, StringComparison.Ordinal);
        await Expect(visit.Page.Locator("[data-chart]")).ToHaveCountAsync(0);
    }

    private static ILocator Host(Visit visit, string name) => visit.Page.Locator($"[data-chart][aria-describedby={name}-said]");

    private static Task Drawn(Visit visit, int count) =>
        Expect(visit.Page.Locator(".chart-live[data-drawn] canvas")).ToHaveCountAsync(count);

    /// <summary>A city that has just been loaded is scored from its journal within half a minute.</summary>
    private static Task Scored(Visit visit) =>
        visit.Page.WaitForFunctionAsync(
            """
            () => {
              const asked = new XMLHttpRequest();
              asked.open("GET", "/desk/scores?kind=CityDepartment", false);
              asked.send();
              return asked.responseText.includes('scope="row"><a href="/desk/scores/');
            }
            """,
            null,
            new PageWaitForFunctionOptions { PollingInterval = 500, Timeout = 60_000 }
        );

    private static async Task Step(Visit visit, string name, string key, string said)
    {
        await Host(visit, name).FocusAsync();
        await visit.Page.Keyboard.PressAsync(key);
        await Expect(visit.Page.Locator($"#{name}-said")).ToContainTextAsync(said);
    }

    private static Task LooksLike(Visit visit, int look) =>
        visit.Page.WaitForFunctionAsync($"look => ({Painted})(document.querySelector('[data-chart]'))[1] === look", look);

    /// <summary>How the lines look, as soon as they look otherwise than before.</summary>
    private static async Task<int> Look(Visit visit, int? before = null)
    {
        await visit.Page.WaitForFunctionAsync($"before => ({Painted})(document.querySelector('[data-chart]'))[1] !== before", before);
        return (await Host(visit, "lines").EvaluateAsync<int[]>(Painted))[1];
    }
}
