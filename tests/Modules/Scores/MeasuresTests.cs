using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Contracts.Requests;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Scores.Features;
using Suiying.Scores.Model;
using Suiying.Scores.Reactions;
using Suiying.Scores.Storage;
using Suiying.Testing;
using Suiying.Tests.Requests;

namespace Suiying.Tests.Scores;

/// <summary>From the steps of requests to the page of measures, the rows behind it, and back from the journal.</summary>
public sealed class MeasuresTests : IAsyncLifetime
{
    private readonly SuiyingApp app = new();
    private readonly Town town;

    public MeasuresTests() => town = new Town(app);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private DateOnly Month => app.City.Scores.MonthOf(app.City.Calendar.DateOf(app.Clock.GetUtcNow()));

    private string Query => $"?month={ScoreAddress.Of(Month)}&kind=Street";

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        await town.In(RequestState.CallbackPending);
        var again = await town.In(RequestState.CallbackPending);
        await town.Done("callback", again, RequestAction.SecondHandling);
        var back = await town.In(RequestState.ReturnPending);
        await town.Must(back, RequestAction.AcceptReturn);
        await town.Must(back, RequestAction.Dispatch, "EAST-2");
        await town.In(RequestState.AnsweredAtOnce);
        await app.Given.DispatchedRequest("EAST-2", app.Given.Intake() with { AboutConduct = true, AccusedUnit = "EAST-1" });
        await app.Drain();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Measures_and_signs_stand_by_unit_with_their_cases_and_their_formulas()
    {
        var supervisor = await town.At("supervisor");
        var page = await supervisor.Get($"/desk/scores/measures{Query}");
        var says = page.Says("main");
        // EAST-1 was given three, of which one return stood.
        Assert.Contains("66.7%2/3", Line(page, "EAST-1"), StringComparison.Ordinal);
        Assert.Contains("100.0%1/1", Line(page, "EAST-2"), StringComparison.Ordinal);
        // The hotline answered one of four at once; the sealed one is not counted.
        Assert.Contains("25.0%1/4", Tight(says), StringComparison.Ordinal);
        Assert.Contains("派单准确率（当月派出的）", says, StringComparison.Ordinal);
        Assert.Contains("即准确派遣率：1 − 退单成立的 ÷ 派单", says, StringComparison.Ordinal);
        Assert.Contains("参照 3.3%", says, StringComparison.Ordinal);
        Assert.Empty(page.All("main .tag.unsolved"));

        var board = await supervisor.Get($"/desk/scores{Query}");
        Assert.Contains(board.All("main a"), a => a.GetAttribute("href") == $"/desk/scores/measures{Query}");
        var unit = await supervisor.Get($"/desk/scores/EAST-1?month={ScoreAddress.Of(Month)}");
        Assert.Contains("办理指标", unit.Says("#measures"), StringComparison.Ordinal);
        Assert.Contains("66.7%2/3", Tight(unit.Says("#measures")), StringComparison.Ordinal);
        var none = await supervisor.Get($"/desk/scores/WEST-1?month={ScoreAddress.Of(Month)}");
        Assert.Contains("这个月没有派给这个单位", none.Says("#measures"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tables_give_whole_counts_from_which_anyone_counts_the_same()
    {
        var supervisor = await town.At("supervisor");
        var table = Lines(await supervisor.Get($"/desk/scores/measures/units.csv{Query}"));
        var rows = Lines(await supervisor.Get($"/desk/scores/measures/rounds/EAST-1.csv?month={ScoreAddress.Of(Month)}"));
        string Cell(string name) => table[1][Array.IndexOf(table[0], name)];
        int Count(string name) => rows.Skip(1).Count(r => r[Array.IndexOf(rows[0], name)] == "1");
        Assert.Equal("EAST-1", table[1][0]);
        Assert.Equal((3, 1), (Count("派单"), Count("派单中退单成立")));
        Assert.Equal(["3", "0.333333333333333333"], [Cell("回退率：分母"), Cell("回退率")[..20]]);
        Assert.Equal($"{Count("应签收")}", Cell("按时签收率：分母"));
        Assert.Equal($"{Count("当月答复")}", Cell("月末集中答复：分母"));
        Assert.True((await supervisor.Get($"/desk/scores/measures/units.xlsx{Query}")).IsSuccess);
    }

    [Fact]
    public async Task What_is_shielded_later_is_in_no_measure()
    {
        var before = await Stored();
        var number = await town.In(RequestState.Registered);
        await app.Drain();
        Assert.NotEqual(before, await Stored());
        var command = new ReclassifyRequest.Command
        {
            Target = new(number),
            To = new Reclassification { AboutConduct = true, AccusedUnit = "EAST-1" },
        };
        var by = await app.Given.Staff("agent");
        Assert.Null((await app.Use<ReclassifyRequest, Outcome<Receipt>>(u => u.Run(command, by, Ct))).Refusal);
        await app.Drain();
        Assert.Equal(before, await Stored());
        var built = (await Rebuild(new() { Verify = true }, Actor.System)).Value.Work;
        Assert.Equal((0, 0), (built.Wrong, built.Sums));
    }

    [Fact]
    public async Task Who_reads_no_scores_reads_no_measures_and_a_leader_reads_those_of_the_area()
    {
        string[] paths = ["/desk/scores/measures", "/desk/scores/measures/units.csv", $"/desk/scores/measures/rounds/EAST-1.csv{Query}"];
        foreach (var login in new[] { "agent", "sysadmin", "east2", "visitor" })
        {
            var browser = await town.At(login);
            foreach (var path in paths)
            {
                var page = await browser.Get(path);
                Assert.True(!page.IsSuccess || page.Address.AbsolutePath == "/signin", $"{login} {path}");
            }
        }
        var agent = await app.Given.Staff("agent");
        Assert.IsType<NotAllowed>((await Read<ReadMeasures, ReadMeasures.View>(u => u.Run(new(), agent, Ct))).Refusal);
        Assert.IsType<NotAllowed>(
            (await Read<ReadUnitMeasures, ReadUnitMeasures.View>(u => u.Run(new(Month, "EAST-1"), agent, Ct))).Refusal
        );
        Assert.IsType<NotAllowed>((await Read<ListWork, ListWork.View>(u => u.Run(new(Month, "EAST-1"), agent, Ct))).Refusal);
        Assert.IsType<NotAllowed>((await Rebuild(new(), agent)).Refusal);

        var leader = await app.Given.Staff("eastleader");
        var seen = (
            await Read<ReadMeasures, ReadMeasures.View>(u => u.Run(new() { Month = Month, Group = ScoreGroup.Street }, leader, Ct))
        ).Value;
        Assert.Equal(["EAST-1", "EAST-2"], seen.Rows.Select(r => r.Unit.Code));
        Assert.Null(seen.City);
        var head = await app.Given.Staff("leader");
        Assert.NotNull((await Read<ReadMeasures, ReadMeasures.View>(u => u.Run(new(), head, Ct))).Value.City);
        Assert.IsType<NotAllowed>((await Read<ListWork, ListWork.View>(u => u.Run(new(Month, "WEST-1"), leader, Ct))).Refusal);
        Assert.IsType<NotAllowed>(
            (await Read<ReadUnitMeasures, ReadUnitMeasures.View>(u => u.Run(new(Month, "WEST-1"), leader, Ct))).Refusal
        );
    }

    [Fact]
    public async Task A_month_a_kind_and_a_unit_that_is_none_are_told()
    {
        var supervisor = await town.At("supervisor");
        foreach (var query in new[] { "month=13", "month=9999-12", "kind=Oversight", "kind=Anything" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await supervisor.Get($"/desk/scores/measures/units.csv?{query}")).Status);
            var page = await supervisor.Get($"/desk/scores/measures?{query}");
            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            Assert.Contains(query.StartsWith('m') ? "请写考核月" : "这类单位不参加排名", page.Says("main"), StringComparison.Ordinal);
        }
        foreach (var path in new[] { $"NOBODY.csv{Query}", "EAST-1.csv?month=13", "EAST-1.csv" })
            Assert.Equal(HttpStatusCode.BadRequest, (await supervisor.Get($"/desk/scores/measures/rounds/{path}")).Status);
        Assert.Contains(
            "没有办理记录",
            (await supervisor.Get("/desk/scores/measures?month=2020-01")).Says("main"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_journal_gives_all_work_again_and_finds_what_was_changed_lost_or_invented()
    {
        var whole = (await Rebuild(new() { Verify = true }, Actor.System)).Value.Work;
        Assert.Equal((0, 0), (whole.Wrong, whole.Sums));
        Assert.Equal(await app.Use<ScoresDb, int>(db => db.Work.CountAsync()), whole.Rows);

        var before = await Stored();
        await app.Use<ScoresDb, int>(async db =>
        {
            var rows = await db.Work.OrderBy(w => w.RequestId).ThenBy(w => w.Turn).ToListAsync();
            rows[0].Figures ^= 1L << (int)WorkFigure.AnsweredAtOnce;
            db.Work.Remove(rows[1]);
            db.Work.Add(Invented(rows[1]));
            return await db.SaveChangesAsync();
        });
        var found = (await Rebuild(new() { Months = [Month], Verify = true }, Actor.System)).Value.Work;
        Assert.Equal([RowFault.Missing, RowFault.Differs, RowFault.Unfounded], found.First.Select(d => d.Fault).Order());
        Assert.True(found.Sums > 0);
        Assert.Equal(3, (await Rebuild(new() { Verify = true }, Actor.System)).Value.Work.Wrong);

        await app.Use<ScoresDb, int>(db =>
            db.WorkMonths.Where(m => m.Figure == WorkFigure.Given).ExecuteUpdateAsync(s => s.SetProperty(m => m.Count, 7))
        );
        await app.Use<ScoresDb, int>(db => db.WorkMonths.Where(m => m.Figure == WorkFigure.Replied).ExecuteDeleteAsync());
        await Rebuild(new(), Actor.System);
        var mended = (await Rebuild(new() { Verify = true }, Actor.System)).Value.Work;
        Assert.Equal((0, 0), (mended.Wrong, mended.Sums));
        Assert.Equal(before, await Stored());
    }

    [Fact]
    public async Task A_city_whose_requests_are_older_than_its_measures_is_counted_from_the_journal()
    {
        var before = await Stored();
        await Forget();
        var built = (await Rebuild(new(), Actor.System)).Value.Work;
        Assert.True(built.Rows > 0 && built.Wrong == built.Rows);
        Assert.Equal(before, await Stored());
    }

    [Fact]
    public async Task No_order_in_which_events_come_no_retry_and_no_restart_changes_a_row_or_a_sum()
    {
        var before = await Stored();
        var events = await app.Use<RequestsDb, List<RequestMoved>>(async db =>
            [.. (await db.Transitions.AsNoTracking().ToListAsync(Ct)).Select(Event).Where(WhenMovedCountWork.Wants)]
        );
        Assert.NotEmpty(events);
        for (var seed = 1; seed <= 3; seed++)
        {
            var random = new Random(seed);
            RequestMoved[] some = [.. events, .. events];
            random.Shuffle(some);
            await Forget();
            foreach (var moved in some)
            {
                if (random.Next(4) == 0)
                    await Assert.ThrowsAsync<TimeoutException>(() => Come(moved, stopped: true));
                await Come(moved, stopped: false);
            }
            Assert.Equal(before, await Stored());
        }
    }

    private static RequestMoved Event(RequestTransition t) =>
        new()
        {
            Request = t.RequestId,
            Seq = t.Seq,
            At = t.At,
            Action = t.Action.ToString(),
            To = t.To.ToString(),
            RegisteredAt = t.At,
            Worked = WorkKinds.Of(t.Action, t.From) is not null,
        };

    /// <summary>An event once more; the process may stop before it is done.</summary>
    private async Task Come(RequestMoved moved, bool stopped)
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ScoresDb>();
        var consumer = ActivatorUtilities.CreateInstance<WhenMovedCountWork>(scope.ServiceProvider);
        await db.Write(
            async () =>
            {
                await consumer.When(moved, null!, Ct);
                await db.SaveChangesAsync(Ct);
                return stopped ? throw new TimeoutException() : 0;
            },
            Ct
        );
    }

    private async Task Forget()
    {
        await app.Use<ScoresDb, int>(db => db.Work.ExecuteDeleteAsync());
        await app.Use<ScoresDb, int>(db => db.WorkMonths.ExecuteDeleteAsync());
    }

    /// <summary>Every row and every sum that is not 0.</summary>
    private Task<List<string>> Stored() =>
        app.Use<ScoresDb, List<string>>(async db =>
            [
                .. (await db.Work.AsNoTracking().ToListAsync())
                    .Select(w => $"{w.RequestId.Value} {w.Turn} {w.Month:O} {w.Unit} {w.Number} {w.Cohort:O} {w.Figures}")
                    .Order(StringComparer.Ordinal),
                .. (await db.WorkMonths.AsNoTracking().Where(m => m.Count != 0).ToListAsync())
                    .Select(m => $"{m.Month:O} {m.Unit} {m.Figure} {m.Count}")
                    .Order(StringComparer.Ordinal),
            ]
        );

    private Task<Outcome<T>> Read<TUseCase, T>(Func<TUseCase, Task<Outcome<T>>> use)
        where TUseCase : notnull
        where T : notnull => app.Use(use);

    private Task<Outcome<RebuildScores.Built>> Rebuild(RebuildScores.Command command, Actor by) =>
        app.Use<RebuildScores, Outcome<RebuildScores.Built>>(u => u.Run(command, by, Ct));

    private string Line(Page page, string unit) =>
        Tight(
            page.All("main tbody tr").First(r => r.TextContent.Contains(app.City.Units.NameOf(unit), StringComparison.Ordinal)).TextContent
        );

    private static string Tight(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string[][] Lines(Page table) => [.. table.Text.Trim('\uFEFF').Trim().Split("\r\n").Select(l => l.Split(','))];

    private UnitWork Invented(UnitWork like) =>
        new()
        {
            RequestId = RequestId.New(app.Clock.GetUtcNow()),
            Turn = 2,
            Month = like.Month,
            Unit = "EAST-1",
            Number = like.Number,
            Cohort = like.Cohort,
            Figures = 1,
        };
}
