using System.Globalization;
using System.Net;
using Suiying.Scores.Features;
using Suiying.Testing;

namespace Suiying.Tests.Scores;

/// <summary>四类排名 as people see it: lists with their rules, the change beside each score, and the table.</summary>
public sealed class ClassPagesTests(ClassesApp app) : IClassFixture<ClassesApp>
{
    private const string Page = $"/desk/scores/classes?month={ClassesApp.Month}&kind=Township";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Four_lists_stand_on_one_page_each_with_its_rule()
    {
        using var supervisor = await app.SignIn("supervisor");
        var page = await supervisor.Get(Page);
        Assert.Equal(Names(23, 22, 21, 20, 19), Rows(page, "advanced"));
        Assert.Equal(Names(ClassesApp.Risen), Rows(page, "improved"));
        Assert.Equal(Names(4, 3, 2, 1, 0), Rows(page, "tomend"));
        Assert.Equal(Names(0), Rows(page, "governed"));
        Assert.Contains("23 units with a place", page.Says("header.desk-head"), StringComparison.Ordinal);
        Assert.Contains("The 5 units with the highest scores", page.Says("#advanced"), StringComparison.Ordinal);
        Assert.Contains("Who has a place and less than 60", page.Says("#tomend"), StringComparison.Ordinal);
        Assert.Contains("for 2 quarters in a row", page.Says("#governed"), StringComparison.Ordinal);
        Assert.Contains("within the highest 20%", page.Says("#governed"), StringComparison.Ordinal);
        Assert.Contains("Quarter 4 of 2025", page.Says("#governed tbody"), StringComparison.Ordinal);
        Assert.Contains("示例 (not verified)", page.Says("main"), StringComparison.Ordinal);
        Assert.Contains("up 10.0", page.Says("#improved tbody"), StringComparison.Ordinal);

        var unit = await supervisor.Get(page.Find("#tomend tbody a").GetAttribute("href")!);
        Assert.True(unit.IsSuccess);
    }

    [Fact]
    public async Task Beside_each_score_stand_its_classes_and_the_change_in_words()
    {
        using var supervisor = await app.SignIn("supervisor");
        var board = await supervisor.Get($"/desk/scores?month={ClassesApp.Month}&kind=Township");
        var rows = board.All("main tbody tr").ToDictionary(r => r.QuerySelector("th")!.TextContent.Trim());
        string Of(int at) =>
            string.Join(' ', rows[app.Units[at].Name].TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("→ the same 0.0 To mend Governed", Of(0), StringComparison.Ordinal);
        Assert.Contains("↑ up 10.0 Improved", Of(ClassesApp.Risen), StringComparison.Ordinal);
        Assert.Contains("no score of the month before", Of(ClassesApp.Few), StringComparison.Ordinal);
        Assert.Contains("the same 0.0 Advanced", Of(23), StringComparison.Ordinal);
        // 900 requests of the people of the first one.
        var people = app.City.Areas.Find(app.Units[0].Area)!.Population!.Value;
        Assert.Contains((9_000_000.0 / people).ToString("0.0", CultureInfo.InvariantCulture), Of(0), StringComparison.Ordinal);
        Assert.True((await supervisor.Get(board.Find("a[href*='/classes']").GetAttribute("href")!)).IsSuccess);
    }

    [Fact]
    public async Task The_table_has_a_line_for_each_unit_and_class()
    {
        using var supervisor = await app.SignIn("supervisor");
        var address = $"/desk/scores/classes.csv?month={ClassesApp.Month}&kind=Township";
        var lines = (await supervisor.Get(address)).Text.Trim().Split("\r\n");
        Assert.Equal(1 + 5 + 1 + 5 + 1, lines.Length);
        Assert.Equal("Advanced,1," + app.Units[23].Code, string.Join(',', lines[1].Split(',')[..3]));
        Assert.Contains($",100,77,100,77,0,Quarter 4 of 2025,900,900,", lines[^1], StringComparison.Ordinal);
        Assert.EndsWith(",0", lines[^1], StringComparison.Ordinal);
        Assert.StartsWith(
            "PK",
            (await supervisor.Get(address.Replace(".csv", ".xlsx", StringComparison.Ordinal))).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_leader_of_a_district_sees_its_units_by_the_places_of_the_whole_city()
    {
        using var leader = await app.SignIn("leader.northgate");
        var page = await leader.Get(Page);
        Assert.Equal(Names(2, 1, 0), Rows(page, "tomend"));
        Assert.Equal(["21", "22", "23"], page.All("#tomend tbody tr td:first-child").Select(c => c.TextContent.Trim()));
        Assert.Empty(Rows(page, "advanced"));
        Assert.Equal(Names(0), Rows(page, "governed"));
        Assert.Equal(
            1 + 3 + 1,
            (await leader.Get($"/desk/scores/classes.csv?month={ClassesApp.Month}&kind=Township")).Text.Trim().Split("\r\n").Length
        );
    }

    [Fact]
    public async Task A_unit_comes_onto_the_list_with_the_end_of_its_second_quarter_and_not_before()
    {
        using var supervisor = await app.SignIn("supervisor");
        Assert.Equal(Names(0), Rows(await supervisor.Get("/desk/scores/classes?month=2025-12&kind=Township"), "governed"));
        Assert.Empty(Rows(await supervisor.Get("/desk/scores/classes?month=2025-11&kind=Township"), "governed"));
        var first = await supervisor.Get("/desk/scores/classes?month=2025-07&kind=Township");
        Assert.Contains("No quarter with callbacks is over yet", first.Says("#governed"), StringComparison.Ordinal);
        // Without a month before nobody has risen, and the others are found all the same.
        Assert.Contains("No unit is in this class this month", first.Says("#improved"), StringComparison.Ordinal);
        Assert.Equal(5, Rows(first, "advanced").Count());
    }

    [Fact]
    public async Task What_is_no_group_or_month_is_refused_with_what_would_be_right()
    {
        using var supervisor = await app.SignIn("supervisor");
        foreach (var query in new[] { "month=13", "kind=Oversight", "kind=1" })
        foreach (var address in new[] { "/desk/scores/classes", "/desk/scores/classes.csv" })
            Assert.Equal(HttpStatusCode.BadRequest, (await supervisor.Get($"{address}?{query}")).Status);
    }

    [Fact]
    public async Task Who_reads_no_scores_reads_no_classes()
    {
        using var agent = await app.SignIn("agent");
        using var visitor = app.Visitor();
        foreach (var path in new[] { "/desk/scores/classes", "/desk/scores/classes.csv" })
        {
            Assert.False((await agent.Get(path)).IsSuccess);
            var page = await visitor.Get(path);
            Assert.True(!page.IsSuccess || page.Address.AbsolutePath == "/signin", path);
        }
        var by = await app.Given.Staff("agent");
        Assert.IsType<NotAllowed>((await app.Use<ListClasses, Outcome<ListClasses.View>>(u => u.Run(new(), by, Ct))).Refusal);
        var query = new ListGoverned.Query { Month = new DateOnly(2026, 2, 1), Group = Suiying.Scores.Model.ScoreGroup.Township };
        Assert.IsType<NotAllowed>((await app.Use<ListGoverned, Outcome<ListGoverned.View>>(u => u.Run(query, by, Ct))).Refusal);
    }

    private IEnumerable<string> Names(params int[] units) => units.Select(at => app.Units[at].Name);

    private static IEnumerable<string> Rows(Page page, string list) => page.All($"#{list} tbody tr th").Select(c => c.TextContent.Trim());
}
