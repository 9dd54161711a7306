using Suiying.Testing;

namespace Suiying.Tests.Scores;

/// <summary>A group of more units than a page has room for is read page by page; places, sums and files are of the whole of it.</summary>
public sealed class GroupPageTests(LargeGroupApp app) : IClassFixture<LargeGroupApp>
{
    private const string Board = $"/desk/scores?month={LargeGroupApp.Month}&kind=Section",
        Measures = $"/desk/scores/measures?month={LargeGroupApp.Month}&kind=Section",
        Scores = "main [aria-label='三率']",
        Work = "main [aria-labelledby='units']",
        Signs = "main [aria-labelledby='signs']";

    [Fact]
    public async Task The_board_goes_on_with_its_places_and_has_the_same_sums_on_every_page()
    {
        using var supervisor = await app.SignIn("supervisor");
        var first = await supervisor.Get(Board);
        Assert.Equal(100, first.All($"{Scores} tbody tr").Count);
        Assert.Contains("第 1–100 个，共 230 个，合计按全部单位", first.Says("main header"), StringComparison.Ordinal);
        Assert.Empty(first.All("main .pager a[rel=prev]"));

        var second = await Follow(supervisor, first, "next");
        Assert.Equal("101", second.Find($"{Scores} tbody td").TextContent);
        Assert.Contains("班组130", second.Find($"{Scores} tbody th").TextContent, StringComparison.Ordinal);
        Assert.Contains("230,000", first.Says($"{Scores} tfoot"), StringComparison.Ordinal);
        Assert.Equal(first.Says($"{Scores} tfoot"), second.Says($"{Scores} tfoot"));
        Assert.Equal(Picture(first), Picture(second));

        var third = await Follow(supervisor, second, "next");
        Assert.Equal(30, third.All($"{Scores} tbody tr").Count);
        Assert.Empty(third.All("main .pager a[rel=next]"));
        Assert.Contains("第 101–200 个", (await Follow(supervisor, third, "prev")).Says("main .pager"), StringComparison.Ordinal);
        Assert.Equal(
            LargeGroupApp.Size + 1,
            Lines(await supervisor.Get(Board.Replace("scores?", "scores.csv?", StringComparison.Ordinal)))
        );
    }

    [Fact]
    public async Task Measures_and_signs_go_on_together()
    {
        using var supervisor = await app.SignIn("supervisor");
        var first = await supervisor.Get(Measures);
        var last = await supervisor.Get($"{Measures}&page=3");
        foreach (var table in new[] { Work, Signs })
        {
            Assert.Equal(100, first.All($"{table} tbody tr").Count);
            Assert.Equal(
                LargeGroupApp.Sections.Skip(200).Select(code => $"示例市供水企业班组{code[^3..]}"),
                last.All($"{table} tbody th").Select(th => th.TextContent)
            );
        }
        Assert.Contains("2,300/2,300", first.Says($"{Work} tfoot"), StringComparison.Ordinal);
        Assert.Equal(first.Says($"{Work} tfoot"), last.Says($"{Work} tfoot"));
        Assert.Equal(Picture(first), Picture(last));
        Assert.Contains("第 201–230 个，共 230 个", last.Says("main header"), StringComparison.Ordinal);
        Assert.Contains("第 101–200 个", (await Follow(supervisor, last, "prev")).Says("main .pager"), StringComparison.Ordinal);
        var file = await supervisor.Get(Measures.Replace("measures?", "measures/units.csv?", StringComparison.Ordinal));
        Assert.Equal(LargeGroupApp.Size + 1, Lines(file));
    }

    [Theory]
    [InlineData("0", "第 1–100 个")]
    [InlineData("-7", "第 1–100 个")]
    [InlineData("two", "第 1–100 个")]
    [InlineData("", "第 1–100 个")]
    [InlineData("4", "第 201–230 个")]
    [InlineData("2147483647", "第 201–230 个")]
    public async Task A_page_that_is_none_is_the_nearest_one(string number, string shown)
    {
        using var supervisor = await app.SignIn("supervisor");
        foreach (var path in new[] { Board, Measures })
        {
            var page = await supervisor.Get($"{path}&page={number}");
            Assert.True(page.IsSuccess);
            Assert.Contains(shown, page.Says("main header"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_group_that_one_page_has_room_for_has_no_pages()
    {
        using var supervisor = await app.SignIn("supervisor");
        var page = await supervisor.Get($"/desk/scores?month={LargeGroupApp.Month}&kind=Street&page=2");
        Assert.Equal(2, page.All($"{Scores} tbody tr").Count);
        Assert.Empty(page.All("main .pager"));
        Assert.DoesNotContain("合计按全部单位", page.Says("main"), StringComparison.Ordinal);
    }

    private static Task<Page> Follow(Browser browser, Page page, string rel) =>
        browser.Get(page.Find($"main .pager a[rel={rel}]").GetAttribute("href")!);

    private static string? Picture(Page page) => page.Find("main [data-chart]").GetAttribute("data-chart");

    private static int Lines(Page table) => table.Text.Trim().Split("\r\n").Length;
}
