using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.People;
using Suiying.Contracts.Registry;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>保存期限 by record class (domain I.1: 个人信息保护法 art. 19, 47): erased when its time is over, and what is left leads to nobody.</summary>
public sealed class RetentionTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private readonly Town town = new(app);

    [Fact]
    public async Task What_is_over_is_erased_class_by_class_and_leaves_tombstones()
    {
        var intake = app.Given.Intake() with { Text = "棠梨沟的桥栏杆断了，住在桥头的人家危险。", Title = "棠梨沟桥栏杆断" };
        using var browser = app.Visitor();
        var old = await WithPhoto(browser, "海棠湾的水管爆了，门口全是水。");
        await town.Done("resident", old, RequestAction.Withdraw);
        var closed = await town.In(RequestState.Closed, intake);
        var running = await town.In(RequestState.InProgress, app.Given.Intake() with { Text = "枫杨路的路牌倒了，一直没人扶。" });
        var schedule = app.City.Retention;
        var photos = schedule.Of(RecordClass.Photos, reports: false).Months;
        var words = schedule.Of(RecordClass.Words, reports: false).Months;
        Assert.True(photos < words);

        await Run();
        Assert.Null((await town.Stored(old)).PhotosErasedAt);

        Travel(photos);
        await Run();
        var stored = await town.Stored(old);
        Assert.NotNull(stored.PhotosErasedAt);
        Assert.Null(stored.ErasedAt);
        // A request without photos has nothing to be erased yet, and no step that says so.
        Assert.Null((await town.Stored(closed)).PhotosErasedAt);
        Assert.NotEmpty(await Traces.Of(app, "海棠湾"));
        Assert.Empty(await Photos(old));

        Travel(words - photos);
        await Run();
        await app.Drain();
        foreach (var word in new[] { "海棠湾", "棠梨沟", "桥头" })
            Assert.Empty(await Traces.Of(app, word));
        Assert.NotEmpty(await Traces.Of(app, "枫杨路"));
        stored = await town.Stored(closed);
        Assert.Equal((RequestState.Closed, ServiceRequest.ErasedTitle), (stored.State, stored.Title));
        Assert.Equal((Solved.Yes, "EAST-1"), (stored.Solved, stored.Unit));
        Assert.Null((await town.Stored(running)).ErasedAt);
        var last = (await town.History(closed))[^1];
        Assert.Equal((RequestAction.EraseContent, Role.System, "Words"), (last.Action, last.Capacity, last.Fact("class")));
        var report = (
            await app.Use<VerifyJournal, Outcome<JournalReport>>(v => v.Run(new VerifyJournal.Command(), Actor.System, Ct))
        ).Value;
        Assert.True(report.Whole);

        // The person has a request that runs: the identity stays until that is old enough too.
        var person = new PersonId(stored.PersonId!.Value);
        Assert.NotNull(await Phone(person));
        foreach (var action in new[] { RequestAction.Reply, RequestAction.AcceptReply, RequestAction.RecordCallback })
            await town.Must(running, action);
        Travel(schedule.Of(RecordClass.Identity, reports: false).Months);
        await Run();
        Assert.Null(await Phone(person));
        Assert.Equal(0, (await Run()).Identities);
        var page = await (await app.SignIn("auditadmin")).Get("/audit/retention");
        Assert.Contains("清除记录", page.Says(), StringComparison.Ordinal);
        Assert.DoesNotContain("还没有清除过", page.Says(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_asks_about_waits_for_its_answer()
    {
        var number = await town.In(RequestState.Closed);
        await town.Done("resident", number, RequestAction.ClaimRight);
        Travel(app.City.Retention.Of(RecordClass.Words, reports: false).Months);
        await Run();
        Assert.Null((await town.Stored(number)).ErasedAt);
        await town.Done("supervisor", number, RequestAction.GrantClaim);
        await Run();
        Assert.NotNull((await town.Stored(number)).ErasedAt);
    }

    [Fact]
    public async Task A_run_says_that_there_is_more_also_where_nobody_was_to_be_let_go()
    {
        // Both of one person who has a third that runs: each is asked about and nobody goes.
        await town.In(RequestState.Withdrawn);
        await town.In(RequestState.Withdrawn);
        var running = await town.In(RequestState.InProgress);
        Travel(app.City.Retention.Of(RecordClass.Identity, reports: false).Months);
        var command = new EraseExpired.Command { Most = 1 };
        var runs = 0;
        while ((await Run(command)).More)
            runs++;
        Assert.True(runs >= 2, $"{runs} runs");
        Assert.False((await Run(command)).More);
        var dues = await app.Use<ShowRetention, Outcome<ShowRetention.Result>>(show => show.Run(Actor.System, Ct));
        Assert.All(dues.Value.Dues, due => Assert.Equal(0, due.Now));
        await town.Must(running, RequestAction.Withdraw);
    }

    [Fact]
    public void Reports_have_a_rule_of_their_own_and_what_is_not_said_is_as_usual()
    {
        RetentionRule Rule(RecordClass what, int months, bool reports) =>
            new()
            {
                Class = what,
                Months = months,
                Basis = "示例",
                Reports = reports,
            };
        var schedule = new RetentionSchedule { Rules = [Rule(RecordClass.Words, 120, true), Rule(RecordClass.Photos, 12, false)] };
        Assert.Equal((36, 120), (schedule.Of(RecordClass.Words, false).Months, schedule.Of(RecordClass.Words, true).Months));
        Assert.Equal((12, 12), (schedule.Of(RecordClass.Photos, false).Months, schedule.Of(RecordClass.Photos, true).Months));
        Assert.Equal(36, schedule.Of(RecordClass.Identity, true).Months);
        Assert.Equal(24, schedule.Of(RecordClass.Calls, false).Months);
        Assert.Equal(5, schedule.All.Count);
    }

    [Fact]
    public async Task Everybody_reads_the_schedule_and_only_some_how_much_is_due()
    {
        Assert.Contains("诉求结束后3年", (await app.Visitor().Get("/privacy")).Says(), StringComparison.Ordinal);
        foreach (var login in new[] { "agent", "east1", "leader", "secadmin" })
            Assert.DoesNotContain("现在到期", (await (await town.At(login)).Get("/audit/retention")).Text, StringComparison.Ordinal);
        foreach (var login in new[] { "auditadmin", "sysadmin", "supervisor" })
            Assert.Contains("现在到期", (await (await town.At(login)).Get("/audit/retention")).Text, StringComparison.Ordinal);
        Assert.IsType<NotAllowed>(
            (
                await app.Use<EraseExpired, Outcome<EraseExpired.Result>>(async erase =>
                    await erase.Run(new EraseExpired.Command(), await app.Given.Staff("sysadmin"), Ct)
                )
            ).Refusal
        );
    }

    private void Travel(int months) => app.Clock.Advance(app.Now.AddMonths(months).AddDays(1) - app.Now);

    private async Task<RetentionRun> Run() => (await Run(new EraseExpired.Command())).Run;

    private async Task<EraseExpired.Result> Run(EraseExpired.Command command) =>
        (await app.Use<EraseExpired, Outcome<EraseExpired.Result>>(erase => erase.Run(command, Actor.System, Ct))).Value;

    private Task<string?> Phone(PersonId person) => app.Use<ISealedIdentities, string?>(sealing => sealing.MaskedPhone(person, Ct));

    private Task<List<RequestAttachment>> Photos(string number) =>
        app.Use<RequestsDb, List<RequestAttachment>>(db =>
            db.Attachments.Where(a => a.ErasedAt == null && db.Requests.Any(r => r.Id == a.RequestId && r.Number == number)).ToListAsync()
        );

    private static async Task<string> WithPhoto(Browser browser, string text)
    {
        var described = await browser.Describe(text, photos: [ResidentPhotoTests.Photo(71, 40)]);
        var contact = await (await described.Place()).Contact();
        return ResidentWalk.Number(await contact.Press());
    }
}
