using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

public sealed partial class BoardTests : IAsyncLifetime
{
    private readonly SuiyingApp app = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Two at EAST-1, one of them closed and solved, one sealed at EAST-2 against EAST-1, and one registered that nobody has yet.</summary>
    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        await app.Given.SignedRequest();
        var closed = await app.Given.ReviewedRequest();
        await app.Given.Callback(closed, satisfied: Satisfied.Mostly);
        var conduct = app.Given.Intake() with { AboutConduct = true, AccusedUnit = "EAST-1" };
        await app.Given.DispatchedRequest("EAST-2", conduct);
        await app.Given.Request();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_supervisor_counts_all()
    {
        var board = await Board("supervisor");
        Assert.Equal((3, 4, 1), (board.All[BoardFigure.Open], board.All[BoardFigure.ReceivedToday], board.All[BoardFigure.Closed]));
        Assert.Equal([("EAST-1", 1), ("EAST-2", 1), ("", 1)], OpenByUnit(board));
        Assert.Equal(4, board.ByDay[^1].Received);
    }

    [Fact]
    public async Task Closed_and_solved_are_two_facts_and_each_share_says_its_n()
    {
        var counts = (await Board("supervisor")).All;
        Assert.Equal(new Share(1, 1), counts.SolvedShare);
        Assert.Equal(new Share(1, 1), counts.SatisfiedShare);
        Assert.Equal(new Share(1, 1), counts.KeptReplies);
        Assert.Equal("—", new Share(0, 0).ToString());
    }

    [Fact]
    public async Task A_leader_counts_the_area_without_what_is_sealed() =>
        Assert.Equal([("EAST-1", 1), ("", 1)], OpenByUnit(await Board("eastleader")));

    [Fact]
    public async Task A_unit_counts_its_own_and_what_lies_below()
    {
        Assert.Equal([("EAST-1", 1)], OpenByUnit(await Board("east1")));
        Assert.Equal([("EAST-2", 1)], OpenByUnit(await Board("east2")));
        Assert.Equal([("EAST-1", 1), ("EAST-2", 1)], OpenByUnit(await Board("east")));
        Assert.Empty((await Board("west1")).ByUnit);
    }

    [Theory]
    [InlineData("agent")]
    [InlineData("sysadmin")]
    public async Task Who_has_no_board_gets_none(string login)
    {
        var by = await app.Given.Staff(login);
        Assert.IsType<NotAllowed>((await app.Use<ReadBoard, Outcome<Board>>(u => u.Run(new ReadBoard.Query(), by, Ct))).Refusal);
        using var browser = await app.SignIn(login);
        Assert.NotEqual(HttpStatusCode.OK, (await browser.Get("/board.csv")).Status);
    }

    [Theory]
    [InlineData("supervisor")]
    [InlineData("leader")]
    [InlineData("east")]
    public async Task Every_number_on_the_page_opens_to_as_many_rows(string login)
    {
        using var browser = await app.SignIn(login);
        var page = await browser.Get("/board");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("截至", page.Says(), StringComparison.Ordinal);
        var links = page.All("a[href^='/board/rows']");
        Assert.NotEmpty(links);
        foreach (var link in links.DistinctBy(l => l.GetAttribute("href")))
        {
            var number = int.Parse(
                Digits().Match((link.QuerySelector(".figure-value") ?? link).TextContent).Value,
                CultureInfo.InvariantCulture
            );
            var rows = await browser.Get(link.GetAttribute("href")!);
            Assert.Contains($"{number} 件，截至", rows.Says(), StringComparison.Ordinal);
            Assert.Equal(number, rows.All("tbody tr").Count);
        }
    }

    [Fact]
    public async Task The_export_says_formula_n_and_moment_for_each_number()
    {
        using var browser = await app.SignIn("supervisor");
        var csv = await browser.Get("/board.csv");
        Assert.StartsWith("text/csv", csv.ContentType, StringComparison.Ordinal);
        Assert.Contains("解决率（%）,100,1,回访确认已解决 ÷ 有效回访,2026-03-02 10:00", csv.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_board_is_not_counted_anew_within_a_minute_and_says_so()
    {
        var before = await Board("supervisor");
        await app.Given.Request();
        Assert.Same(before, await Board("supervisor"));
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(before.All[BoardFigure.Open] + 1, (await Board("supervisor")).All[BoardFigure.Open]);
    }

    [Theory]
    [InlineData("figure=Nothing")]
    [InlineData("figure=99")]
    [InlineData("")]
    public async Task An_address_that_means_no_number_says_so(string query)
    {
        using var browser = await app.SignIn("supervisor");
        Assert.Contains("请从看板进入", (await browser.Get($"/board/rows?{query}")).Says(), StringComparison.Ordinal);
    }

    private async Task<Board> Board(string login)
    {
        var by = await app.Given.Staff(login);
        return (await app.Use<ReadBoard, Outcome<Board>>(u => u.Run(new ReadBoard.Query(), by, Ct))).Value;
    }

    private static IEnumerable<(string, int)> OpenByUnit(Board board) =>
        board
            .ByUnit.Select(l => (l.Code, l.Counts[BoardFigure.Open]))
            .Where(l => l.Item2 > 0)
            .OrderBy(l => l.Code.Length == 0)
            .ThenBy(l => l.Code);

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
