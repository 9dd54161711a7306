using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Model;
using Suiying.Scores.Features;
using Suiying.Scores.Model;
using Suiying.Scores.Storage;
using Suiying.Testing;
using Suiying.Tests.Requests;

namespace Suiying.Tests.Scores;

/// <summary>剔除: a unit objects from the row, another one reviews, the hotline decides; the score follows, the person loses nothing.</summary>
public sealed partial class ExclusionTests : IAsyncLifetime
{
    private static readonly byte[] Judgement = [.. "%PDF-1.7 判决书（演示数据）"u8];
    private const string Why = "录音显示诉求人说已经解决，记成了未解决。";

    private readonly SuiyingApp app = new();
    private string number = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private DateOnly Month => app.City.Scores.MonthOf(app.City.Calendar.DateOf(SuiyingApp.Start));

    private string UnitPage => $"/desk/scores/EAST-1?month={ScoreAddress.Of(Month)}";

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        number = await Asked(Solved.No);
        await Asked(Solved.Yes);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_unit_objects_from_the_row_another_reviews_the_hotline_decides_and_the_answer_leaves_the_score()
    {
        using var handler = await app.SignIn("east1");
        var unit = await handler.Get(UnitPage);
        Assert.Contains("解决率 50.0%", unit.Says(), StringComparison.Ordinal);
        var link = unit.All("main tbody tr").Single(r => r.TextContent.Contains(number, StringComparison.Ordinal)).QuerySelector("td a")!;
        var form = await handler.Get(link.GetAttribute("href")!);
        Assert.Contains("申请后 5 个工作日内决定", form.Says(), StringComparison.Ordinal);
        var asked = await form.SubmitFiles(
            "form[enctype]",
            [("ground", "CallbackError"), ("statement", Why)],
            [("photos", ResidentPhotoTests.Photo(83, 40)), ("photos", Judgement)]
        );
        Assert.Matches(@"^/desk/exclusions/[0-9a-f-]{36}$", asked.Address.AbsolutePath);
        Assert.Contains("待初审", asked.Says(), StringComparison.Ordinal);
        Assert.Equal("image/jpeg", (await handler.Get(asked.Find(".photos img").GetAttribute("src")!)).ContentType);
        var pdf = asked.All(".photos a").Single(a => a.TextContent.Contains("证明材料 2（PDF）", StringComparison.Ordinal));
        using var document = await handler.Client.GetAsync(new Uri(pdf.GetAttribute("href")!, UriKind.Relative), Ct);
        // What others made is not opened in the reader's session.
        Assert.Equal("attachment", document.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal(Judgement, await document.Content.ReadAsByteArrayAsync(Ct));
        var page = asked.Address.AbsolutePath;

        using var supervisor = await app.SignIn("supervisor");
        Assert.Empty((await supervisor.Get(page)).All("form[method=post] textarea"));
        using var reviewer = await app.SignIn("reviewer");
        var short_ = await (await reviewer.Get(page)).Submit("form:has(textarea)", ("decision", "yes"), ("text", "同意"));
        Assert.Equal(HttpStatusCode.BadRequest, short_.Status);
        Assert.Contains("10 至 1000 个字，现在是 2 个字", short_.Says(), StringComparison.Ordinal);
        var reviewed = await (await reviewer.Get(page)).Submit("form:has(textarea)", ("decision", "yes"), ("text", "听过录音，申请属实。"));
        Assert.Contains("待决定", reviewed.Says(), StringComparison.Ordinal);
        var decided = await (await supervisor.Get(page)).Submit(
            "form:has(textarea)",
            ("decision", "yes"),
            ("text", "录音与记录不一致，予以剔除。")
        );
        Assert.Contains("已剔除", decided.Says(), StringComparison.Ordinal);

        unit = await handler.Get(UnitPage);
        Assert.Contains("1 件有效回访，另剔除 1 件，占 50.0%", unit.Says(), StringComparison.Ordinal);
        Assert.Contains("解决率 100.0%", unit.Says(), StringComparison.Ordinal);
        var board = await supervisor.Get("/desk/scores?kind=Street");
        Assert.Contains("回答了 2 件，剔除 1 件，占 50.0%", board.Says(), StringComparison.Ordinal);
        Assert.Contains("E6 回访记录有误：1 件", board.Says(), StringComparison.Ordinal);
        var list = await supervisor.Get("/desk/exclusions.csv?state=Granted");
        Assert.Contains($"{number},{ScoreAddress.Of(Month)}", list.Text, StringComparison.Ordinal);
        await Sound(1);
        // The person's matter is where it was, and what the person says next counts.
        Assert.True((await handler.Get($"/desk/all/{number}")).IsSuccess);
    }

    [Fact]
    public async Task What_is_missing_is_told_at_its_field_and_nothing_is_kept()
    {
        using var handler = await app.SignIn("east1");
        var form = await handler.Get(FormOf(number));
        var empty = await form.Submit("form[enctype]");
        Assert.Equal(HttpStatusCode.BadRequest, empty.Status);
        Assert.Contains("请选择剔除的事由", empty.Says(), StringComparison.Ordinal);
        var noLaw = await form.Submit("form[enctype]", ("ground", "Unlawful"), ("statement", Why));
        Assert.Contains("这个事由要有依据：写明依据的法律法规和条款", noLaw.Says(), StringComparison.Ordinal);
        Assert.Contains(
            Why,
            noLaw.Find("#statement").TextContent + noLaw.Find("#statement").GetAttribute("value"),
            StringComparison.Ordinal
        );
        var bad = await form.SubmitFiles("form[enctype]", [("ground", "ForceMajeure"), ("statement", Why)], [("photos", [1, 2, 3])]);
        Assert.Contains("第1份不是照片，或者照片已损坏", bad.Says(), StringComparison.Ordinal);
        (string, string)[] fields = [("ground", "ForceMajeure"), ("statement", Why)];
        var many = await form.SubmitFiles("form[enctype]", fields, [.. Enumerable.Repeat(("photos", Judgement), 6)]);
        Assert.Contains("最多上传5份文件，现在一共有6份", many.Says(), StringComparison.Ordinal);
        var large = await form.SubmitFiles("form[enctype]", fields, [("photos", new byte[10 * 1024 * 1024 + 1])]);
        Assert.Contains("有文件超过10MB，请换一份小一些的", large.Says(), StringComparison.Ordinal);
        Assert.Equal(0, await app.Use<ScoresDb, int>(db => db.Exclusions.CountAsync(Ct)));
    }

    [Fact]
    public async Task One_answer_is_asked_about_once_in_time_and_by_its_own_unit()
    {
        using var other = await app.SignIn("east2");
        Assert.Equal(HttpStatusCode.NotFound, (await other.Get(FormOf(number))).Status);
        using var handler = await app.SignIn("east1");
        await Ask(handler);
        var again = await handler.Get(FormOf(number));
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("已经申请过", again.Says(), StringComparison.Ordinal);

        // Monday; the third working day after is Thursday, to the close of office.
        var second = (await Rows()).Single(r => r.Number != number);
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 5, 17, 30, 0, TimeSpan.FromHours(8)));
        Assert.Null((await Try(second.Number)).Refusal);
        var third = await Asked(Solved.No);
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 10, 17, 31, 0, TimeSpan.FromHours(8)));
        var late = Assert.IsType<ExclusionTooLate>((await Try(third)).Refusal);
        Assert.Contains("2026-03-10 17:30", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_reviews_what_is_their_units_nor_decides_what_they_reviewed()
    {
        var asked = (await Try(number)).Value;
        var reviewer = await app.Given.Staff("reviewer");
        var own = reviewer with { Id = Guid.CreateVersion7(), UnitCode = "EAST-1-1" };
        Assert.IsType<ReviewerInvolved>((await Review(asked, own)).Refusal);
        Assert.IsType<NotAllowed>((await Review(asked, await app.Given.Staff("supervisor"))).Refusal);
        var both = reviewer with
        {
            Roles = new HashSet<Role> { Role.Reviewer, Role.Supervisor },
        };
        Assert.IsType<ExclusionMoved>((await Decide(asked, both)).Refusal);
        Assert.Null((await Review(asked, both)).Refusal);
        Assert.IsType<ExclusionMoved>((await Review(asked, both)).Refusal);
        Assert.IsType<ReviewerInvolved>((await Decide(asked, both)).Refusal);
        Assert.IsType<NotAllowed>((await Decide(asked, reviewer)).Refusal);
        Assert.Null((await Decide(asked, await app.Given.Staff("supervisor"), false)).Refusal);
        Assert.All(await Rows(), row => Assert.Null(row.Excluded));
        Assert.IsType<ExclusionAskedAlready>((await Try(number)).Refusal);
        await Sound(2);
    }

    [Fact]
    public async Task What_is_withdrawn_may_be_asked_again_and_who_is_late_is_marked()
    {
        using var handler = await app.SignIn("east1");
        var page = await Ask(handler);
        var withdrawn = await (await handler.Get(page)).Submit("details form");
        Assert.Contains("已撤回", withdrawn.Says(), StringComparison.Ordinal);
        page = await Ask(handler);
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 9, 17, 31, 0, TimeSpan.FromHours(8)));
        using var later = await app.SignIn("reviewer");
        Assert.Contains("（超期）", (await later.Get("/desk/exclusions?state=Asked")).Says(), StringComparison.Ordinal);
        Assert.Contains("已经超期", (await later.Get(page)).Says(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await later.Get("/desk/exclusions?state=Anything")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await later.Get("/desk/exclusions?month=13")).Status);
    }

    [Fact]
    public async Task Who_has_nothing_to_do_with_it_sees_none()
    {
        using var handler = await app.SignIn("east1");
        var page = await Ask(handler);
        foreach (var login in new[] { "east2", "west1" })
        {
            using var other = await app.SignIn(login);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get(page)).Status);
            Assert.DoesNotContain(number, (await other.Get("/desk/exclusions")).Says(), StringComparison.Ordinal);
            Assert.False((await other.Get(UnitPage)).IsSuccess);
        }
        using var above = await app.SignIn("east");
        Assert.True((await above.Get(page)).IsSuccess);
        using var agent = await app.SignIn("agent");
        using var visitor = app.Visitor();
        foreach (
            var path in new[] { page, "/desk/exclusions", "/desk/exclusions.csv", FormOf(number), $"{page}/files/{new string('0', 64)}" }
        )
        {
            Assert.False((await agent.Get(path)).IsSuccess, path);
            var stranger = await visitor.Get(path);
            Assert.True(!stranger.IsSuccess || stranger.Address.AbsolutePath == "/signin", path);
        }
    }

    [Fact]
    public async Task Photos_of_an_exclusion_are_held()
    {
        using var handler = await app.SignIn("east1");
        await (await handler.Get(FormOf(number))).SubmitFiles(
            "form[enctype]",
            [("ground", "ForceMajeure"), ("statement", Why)],
            [("photos", ResidentPhotoTests.Photo(83, 40))]
        );
        Assert.Single(await app.Use<ExclusionDoor, IReadOnlySet<string>>(door => door.Files(Ct)));
    }

    private string FormOf(string request) => $"/desk/exclusions/new?request={request}&unit=EAST-1&month={ScoreAddress.Of(Month)}";

    private async Task<string> Ask(Browser handler)
    {
        var asked = await (await handler.Get(FormOf(number))).Submit("form[enctype]", ("ground", "CallbackError"), ("statement", Why));
        Assert.Matches(ExclusionAddress(), asked.Address.AbsolutePath);
        return asked.Address.AbsolutePath;
    }

    private async Task<Outcome<Guid>> Try(string request)
    {
        var command = new AskExclusion.Command
        {
            Number = request,
            Unit = "EAST-1",
            Month = Month,
            Ground = ExclusionGround.CallbackError,
            Statement = Why,
        };
        var by = await app.Given.Staff("east1");
        return await app.Use<AskExclusion, Outcome<Guid>>(u => u.Run(command, by, Ct));
    }

    private Task<Outcome<Done>> Review(Guid id, Actor by) =>
        app.Use<ReviewExclusion, Outcome<Done>>(u =>
            u.Run(
                new()
                {
                    Id = id,
                    Supported = true,
                    Text = Why,
                },
                by,
                Ct
            )
        );

    private Task<Outcome<Done>> Decide(Guid id, Actor by, bool granted = true) =>
        app.Use<DecideExclusion, Outcome<Done>>(u =>
            u.Run(
                new()
                {
                    Id = id,
                    Granted = granted,
                    Text = Why,
                },
                by,
                Ct
            )
        );

    private Task<List<ScoredCallback>> Rows() => app.Use<ScoresDb, List<ScoredCallback>>(db => db.Callbacks.AsNoTracking().ToListAsync(Ct));

    /// <summary>Journal, exclusions and what is stored say the same.</summary>
    private async Task Sound(int valid)
    {
        var built = (await app.Use<RebuildScores, Outcome<RebuildScores.Built>>(u => u.Run(new() { Verify = true }, Actor.System, Ct)))
            .Value
            .Callbacks;
        Assert.Equal((0, 0), (built.Wrong, built.Sums));
        Assert.Equal(valid, (await app.Use<ScoresDb, LiveSum>(db => db.Sums.SingleAsync(s => s.Of == SumOf.Unit, Ct))).Valid);
        await app.Use<ScoresDb, int>(db => db.Callbacks.ExecuteDeleteAsync(Ct));
        await app.Use<RebuildScores, Outcome<RebuildScores.Built>>(u => u.Run(new(), Actor.System, Ct));
        Assert.Equal(valid, (await Rows()).Count(r => r.Excluded is null));
    }

    private async Task<string> Asked(Solved solved)
    {
        var request = await app.Given.ReviewedRequest();
        await app.Given.Callback(request, solved);
        return request;
    }

    [GeneratedRegex("^/desk/exclusions/[0-9a-f-]{36}$")]
    private static partial Regex ExclusionAddress();
}
