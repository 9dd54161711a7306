using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Contracts.Requests;
using Suiying.Requests.Model;
using Suiying.Scores.Features;
using Suiying.Scores.Model;
using Suiying.Scores.Reactions;
using Suiying.Scores.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Scores;

/// <summary>From a callback to the table, the list behind it, and back from the journal.</summary>
public sealed class ScoresTests : IAsyncLifetime
{
    private const string Board = "/desk/scores?kind=Street";

    private readonly SuiyingApp app = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private DateOnly Month => app.City.Scores.MonthOf(app.City.Calendar.DateOf(app.Clock.GetUtcNow()));

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        await app.Given.Callback(await app.Given.ReviewedRequest(), Solved.Yes, Satisfied.Mostly);
        await app.Given.Callback(await app.Given.ReviewedRequest(), Solved.Partly, Satisfied.NotSaid);
        await app.Given.SignedRequest();
        await app.Given.DispatchedRequest("EAST-2", app.Given.Intake() with { AboutConduct = true, AccusedUnit = "EAST-1" });
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_callback_stands_in_the_score_of_its_unit_and_the_score_opens_to_it()
    {
        using var supervisor = await app.SignIn("supervisor");
        var board = await supervisor.Get(Board);
        var row = Assert.Single(board.All("main tbody tr"));
        Assert.Contains("不参与排名", row.TextContent, StringComparison.Ordinal);
        // Two of two contacted; one of two solved, for partly counts nothing; one mostly satisfied of one who said.
        Assert.Contains("得分 = 10% × 响应率 + 50% × 解决率 + 40% × 满意率", board.Says("main"), StringComparison.Ordinal);
        Assert.Contains("71.0", row.TextContent, StringComparison.Ordinal);

        var unit = await supervisor.Get(row.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal(2, unit.All("main [aria-label='得分明细'] tbody tr").Count);
        Assert.Contains("得分 71.0", unit.Says("main"), StringComparison.Ordinal);
        var request = await supervisor.Get(unit.All("main [aria-label='得分明细'] tbody a")[0].GetAttribute("href")!);
        Assert.True(request.IsSuccess);
    }

    [Fact]
    public async Task The_table_gives_whole_counts_and_rates_that_are_not_rounded()
    {
        using var supervisor = await app.SignIn("supervisor");
        var table = (await supervisor.Get($"/desk/scores.csv?month={ScoreAddress.Of(Month)}&kind=Street")).Text.Trim().Split("\r\n");
        Assert.Equal(2, table.Length);
        Assert.EndsWith(",2,2,0,1,1,0,1,1,0,1,0.5,0.9,71", table[1], StringComparison.Ordinal);
        var rows = (await supervisor.Get($"/desk/scores/EAST-1.csv?month={ScoreAddress.Of(Month)}")).Text.Trim().Split("\r\n");
        Assert.Equal(3, rows.Length);
    }

    [Theory]
    [InlineData("agent")]
    [InlineData("sysadmin")]
    [InlineData("east2")]
    public async Task Who_reads_no_scores_gets_none(string login)
    {
        using var browser = await app.SignIn(login);
        foreach (
            var path in new[]
            {
                "/desk/scores",
                "/desk/scores.csv",
                "/desk/scores/classes",
                "/desk/scores/classes.csv",
                $"/desk/scores/EAST-1?month={ScoreAddress.Of(Month)}",
                $"/desk/scores/EAST-1.csv?month={ScoreAddress.Of(Month)}",
            }
        )
            Assert.False((await browser.Get(path)).IsSuccess);
        var by = await app.Given.Staff(login);
        Assert.IsType<NotAllowed>(
            (await app.Use<ReadScores, Outcome<ReadScores.View>>(u => u.Run(new ReadScores.Query(), by, Ct))).Refusal
        );
        Assert.IsType<NotAllowed>((await List("EAST-1", by)).Refusal);
        Assert.IsType<NotAllowed>((await Rebuild(new RebuildScores.Command(), by)).Refusal);
    }

    [Fact]
    public async Task A_stranger_reads_no_score()
    {
        using var visitor = app.Visitor();
        foreach (
            var path in new[]
            {
                "/desk/scores",
                "/desk/scores.csv",
                "/desk/scores/classes",
                "/desk/scores/classes.csv",
                "/desk/scores/EAST-1",
                "/desk/scores/EAST-1.csv",
            }
        )
        {
            var page = await visitor.Get(path);
            Assert.True(!page.IsSuccess || page.Address.AbsolutePath == "/signin", path);
        }
    }

    [Fact]
    public async Task A_leader_of_an_area_sees_its_units_and_no_others()
    {
        var leader = await app.Given.Staff("eastleader");
        Assert.True((await List("EAST-1", leader)).Ok(out _, out _));
        Assert.IsType<NotAllowed>((await List("WEST-1", leader)).Refusal);
        Assert.IsType<NotAllowed>(
            (await app.Use<ListCallbacks, Outcome<ListCallbacks.View>>(u => u.Run(new() { Month = Month }, leader, Ct))).Refusal
        );
    }

    [Fact]
    public async Task A_month_that_is_none_and_a_unit_that_is_none_are_told()
    {
        using var supervisor = await app.SignIn("supervisor");
        var page = await supervisor.Get("/desk/scores/EAST-1?month=13");
        Assert.Contains("请写考核月", page.Says("main"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await supervisor.Get($"/desk/scores/NOBODY.csv?month={ScoreAddress.Of(Month)}")).Status);
        foreach (var query in new[] { "month=13", "month=0001-01", "month=9999-12", "kind=Oversight", "kind=Anything" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await supervisor.Get($"/desk/scores.csv?{query}")).Status);
            var board = await supervisor.Get($"/desk/scores?{query}");
            Assert.Equal(HttpStatusCode.BadRequest, board.Status);
            Assert.Contains(query.StartsWith('m') ? "请写考核月" : "这类单位不参加排名", board.Says("main"), StringComparison.Ordinal);
        }
        Assert.Contains("没有有效回访", (await supervisor.Get("/desk/scores?month=2020-01")).Says("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Streets_and_townships_are_apart_and_a_group_without_population_is_told_that_it_has_none()
    {
        using var supervisor = await app.SignIn("supervisor");
        Assert.Contains("没有有效回访", (await supervisor.Get("/desk/scores?kind=Township")).Says("main"), StringComparison.Ordinal);
        const string NoPopulation = "城市数据里没有这一组的常住人口";
        var township = await supervisor.Get("/desk/scores/classes?kind=Township");
        Assert.Contains(NoPopulation, township.Says("#governed"), StringComparison.Ordinal);
        var street = await supervisor.Get("/desk/scores/classes?kind=Street");
        Assert.DoesNotContain(NoPopulation, street.Says("#governed"), StringComparison.Ordinal);
        var department = await supervisor.Get("/desk/scores/classes?kind=CityDepartment");
        Assert.Contains("治理类只看乡镇和街道", department.Says("#governed"), StringComparison.Ordinal);
        // Two of its people's requests and the one that was signed, of 30,000 people; what is sealed is in no count.
        var row = (await supervisor.Get($"/desk/scores.csv?month={ScoreAddress.Of(Month)}&kind=Street")).Text.Trim().Split("\r\n")[1];
        Assert.Contains("东一街道办事处,3,30000,1,2,", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_journal_gives_every_score_again_and_finds_what_was_changed_lost_or_invented()
    {
        var whole = (await Rebuild(new RebuildScores.Command { Verify = true }, Actor.System)).Value.Callbacks;
        Assert.Equal((2, 0, 0), (whole.Rows, whole.Wrong, whole.Sums));

        await app.Use<ScoresDb, int>(async db =>
        {
            var rows = await db.Callbacks.OrderBy(c => c.At).ToListAsync();
            rows[0].Solved = AnswerDegree.No;
            db.Callbacks.Remove(rows[1]);
            db.Callbacks.Add(Invented(rows[1]));
            return await db.SaveChangesAsync();
        });
        var found = (await Rebuild(new RebuildScores.Command { Months = [Month], Verify = true }, Actor.System)).Value.Callbacks;
        Assert.Equal([RowFault.Missing, RowFault.Differs, RowFault.Unfounded], found.First.Select(d => d.Fault).Order());
        // One sum of the unit and one of the category.
        Assert.Equal((3, 2), (found.Wrong, found.Sums));
        Assert.Equal(3, (await Rebuild(new RebuildScores.Command { Verify = true }, Actor.System)).Value.Callbacks.Wrong);

        await app.Use<ScoresDb, int>(db => db.Sums.ExecuteUpdateAsync(sums => sums.SetProperty(s => s.Solved, 7)));
        await Rebuild(new RebuildScores.Command(), Actor.System);
        var mended = (await Rebuild(new RebuildScores.Command { Verify = true }, Actor.System)).Value.Callbacks;
        Assert.Equal((0, 0), (mended.Wrong, mended.Sums));
    }

    [Fact]
    public async Task A_city_whose_requests_are_older_than_its_scores_is_scored_from_the_journal()
    {
        await app.Use<ScoresDb, int>(db => db.Callbacks.ExecuteDeleteAsync());
        await app.Use<ScoresDb, int>(db => db.Sums.ExecuteDeleteAsync());
        await app.Use<ScoresDb, int>(db => db.Work.ExecuteDeleteAsync());
        await app.Use<ScoresDb, int>(db => db.WorkMonths.ExecuteDeleteAsync());
        Assert.Equal(1, (await CountLoaded(Actor.System)).Value.Months);
        var whole = (await Rebuild(new RebuildScores.Command { Verify = true }, Actor.System)).Value.Callbacks;
        Assert.Equal((2, 0, 0), (whole.Rows, whole.Wrong, whole.Sums));
        Assert.Equal(0, (await CountLoaded(Actor.System)).Value.Months);
        Assert.IsType<NotAllowed>((await CountLoaded(await app.Given.Staff("supervisor"))).Refusal);
    }

    [Fact]
    public async Task A_month_is_written_out_for_others_to_count()
    {
        var query = new ExportScores.Query { Month = Month, Group = ScoreGroup.Street };
        var told = (await app.Use<ExportScores, Outcome<ExportScores.Tables>>(u => u.Run(query, Actor.System, Ct))).Value;
        Assert.Equal((3, 2), (told.Callbacks.Count, told.Scores.Count));
        Assert.Equal("工单编号", told.Callbacks[0].First());
        var supervisor = await app.Given.Staff("supervisor");
        Assert.IsType<NotAllowed>((await app.Use<ExportScores, Outcome<ExportScores.Tables>>(u => u.Run(query, supervisor, Ct))).Refusal);
    }

    [Fact]
    public async Task An_event_that_comes_late_or_twice_leaves_callbacks_and_sums_as_the_journal_has_them()
    {
        var before = await Rows();
        await app.Use<ScoresDb, int>(async db =>
        {
            foreach (var row in await db.Callbacks.ToListAsync(Ct))
                row.Solved = AnswerDegree.No;
            await db.SaveChangesAsync(Ct);
            return await MonthSums.Settle(db, Month, verify: false, Ct);
        });
        foreach (var row in before.Concat(before))
            await Come(row);
        Assert.All((await Rows()).Zip(before), pair => Assert.True(pair.First.Agrees(pair.Second)));
        var built = (await Rebuild(new RebuildScores.Command { Verify = true }, Actor.System)).Value.Callbacks;
        Assert.Equal((0, 0), (built.Wrong, built.Sums));
    }

    /// <summary>The event of a callback once more.</summary>
    private async Task Come(ScoredCallback row)
    {
        var moved = new RequestMoved
        {
            Request = row.RequestId,
            Seq = row.Seq,
            At = row.At,
            Action = nameof(RequestAction.RecordCallback),
            To = nameof(RequestState.Closed),
            RegisteredAt = row.At,
            Answered = true,
        };
        Assert.True(WhenMovedScore.Wants(moved));
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ScoresDb>();
        var consumer = ActivatorUtilities.CreateInstance<WhenMovedScore>(scope.ServiceProvider);
        await db.Write(
            async () =>
            {
                await consumer.When(moved, null!, Ct);
                return await db.SaveChangesAsync(Ct);
            },
            Ct
        );
    }

    private Task<List<ScoredCallback>> Rows() =>
        app.Use<ScoresDb, List<ScoredCallback>>(db => db.Callbacks.AsNoTracking().OrderBy(c => c.At).ToListAsync());

    private Task<Outcome<ListCallbacks.View>> List(string unit, Actor by) =>
        app.Use<ListCallbacks, Outcome<ListCallbacks.View>>(u => u.Run(new() { Month = Month, Unit = unit }, by, Ct));

    private Task<Outcome<CountLoaded.Made>> CountLoaded(Actor by) => app.Use<CountLoaded, Outcome<CountLoaded.Made>>(u => u.Run(by, Ct));

    private Task<Outcome<RebuildScores.Built>> Rebuild(RebuildScores.Command command, Actor by) =>
        app.Use<RebuildScores, Outcome<RebuildScores.Built>>(u => u.Run(command, by, Ct));

    private ScoredCallback Invented(ScoredCallback like) =>
        new()
        {
            RequestId = RequestId.New(app.Clock.GetUtcNow()),
            Month = like.Month,
            Unit = like.Unit,
            Category = like.Category,
            Excluded = null,
            Number = like.Number,
            At = like.At,
            Seq = 9,
            Contacted = true,
            Solved = AnswerDegree.Yes,
            Satisfied = AnswerDegree.Yes,
            RegistryVersion = 1,
            Synthetic = false,
        };
}
