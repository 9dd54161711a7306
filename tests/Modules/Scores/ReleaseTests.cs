using System.Net;
using Microsoft.EntityFrameworkCore;
using Suiying.Scores.Features;
using Suiying.Scores.Model;
using Suiying.Scores.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Scores;

/// <summary>A closed month says the same for ever, until somebody signs a revision; trap (e) of domain rule A.9.</summary>
public sealed class ReleaseTests : IAsyncLifetime
{
    private readonly SuiyingApp app = new();
    private string number = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private DateOnly Month => app.City.Scores.MonthOf(app.City.Calendar.DateOf(SuiyingApp.Start));

    private string Board => $"/desk/scores?kind=Street&month={ScoreAddress.Of(Month)}";

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        number = await app.Given.ReviewedRequest();
        await app.Given.Callback(number);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_month_closes_by_itself_some_days_after_its_end_and_not_before()
    {
        // The month ends on the 18th; twelve days after the 19th begins it is closed.
        At(2026, 3, 30);
        Assert.Equal(0, await Close());
        Assert.Contains("还没有公布", await Says(Board), StringComparison.Ordinal);
        At(2026, 3, 31);
        Assert.Equal(1, await Close());
        Assert.Equal(0, await Close());
        Assert.Contains("系统签发", await Says(Board), StringComparison.Ordinal);
        Assert.Contains("已公布", await Says("/desk/scores/months"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_with_an_undecided_exclusion_stays_open()
    {
        var handler = await app.Given.Staff("east1");
        var asked = new AskExclusion.Command
        {
            Number = number,
            Unit = "EAST-1",
            Month = Month,
            Ground = ExclusionGround.CallbackError,
            Statement = "录音与记录不一致，请核对。",
        };
        Assert.Null((await app.Use<AskExclusion, Outcome<Guid>>(u => u.Run(asked, handler, Ct))).Refusal);
        At(2026, 3, 31);
        Assert.Equal(0, await Close());
        Assert.IsType<ExclusionsOpen>((await Release(0)).Refusal);
        Assert.Contains("有 1 件剔除申请没有决定", await Says("/desk/scores/months"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changes_later_shows_only_when_a_revision_is_signed_with_its_reason()
    {
        Assert.IsType<MonthNotOver>((await Release(0)).Refusal);
        At(2026, 3, 19);
        using var supervisor = await app.SignIn("supervisor");
        var months = await supervisor.Get("/desk/scores/months");
        var released = await months.Submit($"#m-{ScoreAddress.Of(Month)} form");
        Assert.Contains("已公布", released.Says(), StringComparison.Ordinal);
        Assert.IsType<ReleasedMeanwhile>((await Release(0)).Refusal);
        Assert.IsType<NothingChanged>((await Release(1, "没有什么可改的")).Refusal);
        Assert.Contains("100.0", await Says(Board), StringComparison.Ordinal);

        // Somebody finds that the answer was entered wrongly, and a later scheme weighs otherwise: neither moves what is closed.
        await app.Use<ScoresDb, int>(async db =>
        {
            var row = await db.Callbacks.SingleAsync(Ct);
            row.Solved = Suiying.Contracts.Requests.AnswerDegree.No;
            await db.SaveChangesAsync(Ct);
            return await MonthSums.Settle(db, Month, verify: false, Ct);
        });
        Assert.Contains("100.0", await Says(Board), StringComparison.Ordinal);
        months = await supervisor.Get("/desk/scores/months");
        Assert.Contains("项计数与公布的不同", months.Says(), StringComparison.Ordinal);
        var form = $"#m-{ScoreAddress.Of(Month)} form";
        var without = await months.Submit(form, ("reason", "错"));
        Assert.Equal(HttpStatusCode.BadRequest, without.Status);
        Assert.Contains("请写明修订的原因", without.Says(), StringComparison.Ordinal);
        var revised = await months.Submit(form, ("reason", "回访录音复核，一件记录有误"));
        Assert.Contains("第 1 次修订", revised.Says(), StringComparison.Ordinal);
        Assert.Contains("50.0", await Says(Board), StringComparison.Ordinal);
        Assert.Contains("原因：回访录音复核，一件记录有误", await Says(Board), StringComparison.Ordinal);
        Assert.Contains("第 1 次修订", await Says($"/desk/scores/EAST-1?month={ScoreAddress.Of(Month)}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_signed_cannot_be_changed_unseen()
    {
        At(2026, 3, 31);
        await Close();
        var whole = await Verify();
        Assert.Equal((1, 0), (whole.Releases, whole.Wrong.Count));
        await app.Use<ScoresDb, int>(db => db.Released.ExecuteUpdateAsync(s => s.SetProperty(x => x.Solved, 0), Ct));
        Assert.Single((await Verify()).Wrong);
        await app.Use<ScoresDb, int>(db => db.Released.ExecuteUpdateAsync(s => s.SetProperty(x => x.Solved, 1), Ct));
        Assert.Empty((await Verify()).Wrong);
        await app.Use<ScoresDb, int>(db => db.Releases.ExecuteUpdateAsync(s => s.SetProperty(x => x.Reason, "另一个"), Ct));
        Assert.Single((await Verify()).Wrong);
    }

    [Fact]
    public async Task Only_the_hotline_signs()
    {
        At(2026, 3, 31);
        var command = new ReleaseMonth.Command { Month = Month };
        foreach (var login in new[] { "leader", "east1", "agent", "sysadmin" })
        {
            var by = await app.Given.Staff(login);
            Assert.IsType<NotAllowed>((await app.Use<ReleaseMonth, Outcome<ScoreRelease>>(u => u.Run(command, by, Ct))).Refusal);
        }
        using var leader = await app.SignIn("leader");
        Assert.Empty((await leader.Get("/desk/scores/months")).All("main form"));
        using var handler = await app.SignIn("east1");
        Assert.False((await handler.Get("/desk/scores/months")).IsSuccess);
        using var visitor = app.Visitor();
        Assert.Equal("/signin", (await visitor.Get("/desk/scores/months")).Address.AbsolutePath);
        Assert.IsType<NotAllowed>(
            (
                await app.Use<VerifyReleases, Outcome<VerifyReleases.Verified>>(async u =>
                    await u.Run(null, await app.Given.Staff("supervisor"), Ct)
                )
            ).Refusal
        );
    }

    private void At(int year, int month, int day) =>
        app.Clock.SetUtcNow(new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.FromHours(8)));

    private Task<int> Close() => app.Use<ReleaseMonth, int>(u => u.CloseDue(Actor.System, Ct));

    private async Task<Outcome<ScoreRelease>> Release(int seen, string reason = "")
    {
        var by = await app.Given.Staff("supervisor");
        var command = new ReleaseMonth.Command
        {
            Month = Month,
            Seen = seen,
            Reason = reason,
        };
        return await app.Use<ReleaseMonth, Outcome<ScoreRelease>>(u => u.Run(command, by, Ct));
    }

    private async Task<VerifyReleases.Verified> Verify() =>
        (await app.Use<VerifyReleases, Outcome<VerifyReleases.Verified>>(u => u.Run(null, Actor.System, Ct))).Value;

    private async Task<string> Says(string path)
    {
        using var supervisor = await app.SignIn("supervisor");
        return (await supervisor.Get(path)).Says();
    }
}
