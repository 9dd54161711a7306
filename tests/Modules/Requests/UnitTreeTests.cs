using System.Globalization;
using System.Net;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>下级汇总: counted where a request lies, and with every unit above it.</summary>
public sealed class UnitTreeTests : IAsyncLifetime
{
    private readonly SuiyingApp app = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>One at EAST, given on to EAST-1 and not signed; one signed at EAST-1; a sealed one at EAST-2 that accuses EAST-1.</summary>
    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        var given = await app.Given.SignedRequest("EAST");
        var east = await app.Given.Staff("east");
        var command = new GiveDown.Command
        {
            Target = new Target(given),
            Unit = "EAST-1",
            Remark = "请到现场更换灯头。",
        };
        Assert.Null((await app.Use<GiveDown, Outcome<Receipt>>(u => u.Run(command, east, Ct))).Refusal);
        await app.Given.SignedRequest("EAST-1");
        await app.Given.DispatchedRequest("EAST-2", app.Given.Intake() with { AboutConduct = true, AccusedUnit = "EAST-1" });
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_county_counts_itself_and_all_below()
    {
        var tree = await Tree("east");
        var lines = tree.Lines(null)!;
        Assert.Equal((3, 2), (lines[0].Counts[BoardFigure.Open], lines[0].Counts[BoardFigure.Unsigned]));
        Assert.Equal(0, lines[1].Counts[BoardFigure.Open]);
        Assert.Equal(2, lines.Single(l => l.Unit.Code == "EAST-1").Counts[BoardFigure.Open]);
        Assert.Equal(1, lines.Single(l => l.Unit.Code == "EAST-2").Counts[BoardFigure.Open]);
        Assert.Equal(1, tree.Lines("EAST-1")!.Single(l => !l.Below).Counts[BoardFigure.Unsigned]);
    }

    [Fact]
    public async Task Nothing_beside_or_above_is_shown_and_what_accuses_is_not_counted()
    {
        var tree = await Tree("east1");
        Assert.Equal(2, tree.Lines(null)![0].Counts[BoardFigure.Open]);
        Assert.Null(tree.Lines("EAST-2"));
        Assert.Null(tree.Lines("EAST"));
        using var browser = await app.SignIn("east1");
        Assert.Contains("没有这个单位", (await browser.Get("/desk/tree?unit=EAST")).Says(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("east")]
    [InlineData("east1")]
    public async Task Every_number_opens_to_as_many_rows(string login)
    {
        using var browser = await app.SignIn(login);
        var links = (await browser.Get("/desk/tree")).All("a[href^='/board/rows']");
        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            var rows = await browser.Get(link.GetAttribute("href")!);
            Assert.Equal(int.Parse(link.TextContent, CultureInfo.InvariantCulture), rows.All("tbody tr").Count);
        }
    }

    [Fact]
    public async Task The_export_holds_every_unit_below()
    {
        using var browser = await app.SignIn("east");
        var csv = await browser.Get("/desk/tree.csv");
        Assert.StartsWith("text/csv", csv.ContentType, StringComparison.Ordinal);
        Assert.Contains("EAST-1-1", csv.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("WEST", csv.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("agent")]
    [InlineData("supervisor")]
    [InlineData("leader")]
    [InlineData("sysadmin")]
    public async Task Whoever_is_no_handler_gets_none(string login)
    {
        var by = await app.Given.Staff(login);
        Assert.IsType<NotAllowed>((await app.Use<ReadTree, Outcome<UnitRollUp>>(u => u.Run(new ReadTree.Query(), by, Ct))).Refusal);
        using var browser = await app.SignIn(login);
        Assert.NotEqual(HttpStatusCode.OK, (await browser.Get("/desk/tree.csv")).Status);
        Assert.DoesNotContain("件，截至", (await browser.Get("/board/rows?figure=Open&under=EAST")).Text, StringComparison.Ordinal);
    }

    private async Task<UnitRollUp> Tree(string login)
    {
        var by = await app.Given.Staff(login);
        return (await app.Use<ReadTree, Outcome<UnitRollUp>>(u => u.Run(new ReadTree.Query(), by, Ct))).Value;
    }
}
