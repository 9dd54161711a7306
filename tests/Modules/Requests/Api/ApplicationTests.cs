using Microsoft.EntityFrameworkCore;
using Suiying.Engines.Clock;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>延期、挂账、终止、等待补充材料 (domain A.6, A.7; Beijing regulation art. 15; Weifang art. 21): asked, decided, told, and what each does to the clock.</summary>
public sealed class ApplicationTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private readonly Town town = new(app);

    [Fact]
    public async Task An_extension_stamps_a_row_of_its_own_and_counts_once_the_person_was_told_in_time()
    {
        var registered = await town.Register();
        var number = registered.Number;
        foreach (var action in Matter.WayTo(RequestState.InProgress))
            await town.Must(number, action);
        var due = (await town.Stored(number)).ReplyDueAt!.Value;
        var until = due.AddDays(3);
        await town.Done("east1", number, RequestAction.AskExtension, ("until", until));
        Assert.Contains(number, await town.Queue("supervisor", "Applications"), StringComparison.Ordinal);
        await town.Refused("asked_already", "east1", number, RequestAction.AskTermination);
        await town.Done("supervisor", number, RequestAction.GrantExtension);

        var granted = await town.Stored(number);
        Assert.Equal((until, due), (granted.ReplyDueAt, granted.CountedDueAt));
        var replies = granted.Deadlines.Where(d => d.Kind == DeadlineKind.Reply).OrderBy(d => d.DueAt).ToList();
        Assert.Equal([(due, false), (until, true)], replies.Select(d => (d.DueAt, d.Running)));
        Assert.Equal(until, (await town.Track(registered)).Expected);
        Assert.True((await Asked(number)).Void, "nobody has told the person yet");

        await town.Invalid("way", "east1", number, RequestAction.TellExtension, ("way", "CannotReach"));
        await town.Done("east1", number, RequestAction.TellExtension);
        Assert.Equal(until, (await town.Stored(number)).CountedDueAt);
        Assert.False((await Asked(number)).Void);
        await town.Refused("nothing_to_tell", "east1", number, RequestAction.TellExtension);
        await town.Refused("extended_once", "east1", number, RequestAction.AskExtension, ("until", until.AddDays(1)));

        var page = await (await town.At("resident")).Get($"/my/requests/{number}");
        Assert.Contains("需要更长时间（需检测鉴定）", page.Says(), StringComparison.Ordinal);
        Assert.Contains("已电话说明送检需要的时间", page.Says(), StringComparison.Ordinal);
        Assert.DoesNotContain("检测机构排期", page.Text, StringComparison.Ordinal);
        Assert.Null(Chain.Fault(await town.History(number), await town.Notes()));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public void A_reply_between_the_two_dates_is_in_time_only_if_the_person_was_told(bool told, int onTime)
    {
        var matter = Matter.In(RequestState.InProgress).Must(RequestAction.AskExtension).Must(RequestAction.GrantExtension);
        if (told)
            matter.Must(RequestAction.TellExtension);
        var first = matter.Request.Applications.Single().DueBefore!.Value;
        matter.Wait(first.AddHours(5) - matter.Now);
        Assert.True(matter.Now < matter.Request.ReplyDueAt);
        if (!told)
        {
            // Told too late is told, but does not count.
            matter.Must(RequestAction.TellExtension);
            Assert.True(matter.Request.Applications.Single().Void);
        }
        matter.Must(RequestAction.Reply);
        var day = Assert.Single(DayCount.Of([Counted.Of(matter.Request)], matter.City.Calendar.DateOf));
        Assert.Equal((1, onTime), (day.Answered, day.OnTime));
        Assert.Equal(matter.Request.CountedDueAt, matter.History[^1].ToEvent(matter.Request).ReplyDueAt);
    }

    [Fact]
    public void An_extension_is_asked_for_before_it_is_due_and_goes_no_further_than_the_rule()
    {
        var matter = Matter.In(RequestState.InProgress);
        var due = matter.Request.ReplyDueAt!.Value;
        Refusal? Ask(DateTimeOffset until) =>
            matter.Request.AskExtension(
                ExtensionReason.Works,
                until,
                matter.City,
                matter.Step(RequestAction.AskExtension, Handler(matter))
            );

        Assert.Equal("until", Assert.Single(Ask(due)!.Fields).Field);
        var furthest = matter.City.Calendar.AddWorkingDays(due, 10).At;
        Assert.Equal("until", Assert.Single(Ask(furthest.AddMinutes(1))!.Fields).Field);
        matter.Wait(due - matter.Now + TimeSpan.FromMilliseconds(1));
        Assert.IsType<ExtensionTooLate>(Ask(furthest));
    }

    [Fact]
    public async Task What_is_declined_leaves_every_date_and_may_be_asked_for_again()
    {
        var number = await town.In(RequestState.InProgress);
        var due = (await town.Stored(number)).ReplyDueAt!.Value;
        await town.Done("east1", number, RequestAction.AskExtension, ("until", due.AddDays(2)));
        await town.Done("supervisor", number, RequestAction.DeclineApplication);
        Assert.Equal((due, (ApplicationKind?)null), ((await town.Stored(number)).ReplyDueAt!.Value, (await town.Stored(number)).Asks));
        await town.Refused("nothing_asked", "supervisor", number, RequestAction.GrantExtension);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await town.Done("east1", number, RequestAction.AskExtension, ("until", due.AddDays(2)));
        await town.Done("east1", number, RequestAction.Reply);
        Assert.Equal(ApplicationState.Lapsed, (await Asked(number)).State);
        Assert.DoesNotContain(number, await town.Queue("supervisor", "Applications"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wait_for_material_stops_the_clock_until_the_person_adds_it_and_is_allowed_once()
    {
        var registered = await town.Register();
        var number = registered.Number;
        foreach (var action in Matter.WayTo(RequestState.AwaitingMaterial))
            await town.Must(number, action);
        var (due, expected) = ((await town.Stored(number)).ReplyDueAt!.Value, (await town.Track(registered)).Expected!.Value);
        var page = await app.Visitor().Get($"/track?number={number}&code={registered.QueryCode}");
        Assert.Contains("在等您补充材料", page.Says(), StringComparison.Ordinal);
        Assert.Contains("请提供灯杆编号的照片", page.Says(), StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromHours(30));
        var after = await (await app.Visitor().Get($"/track?number={number}&code={registered.QueryCode}")).Submit(
            "form:has([name=facts])",
            ("facts", "灯杆编号是东一17。"),
            ("act", "facts")
        );
        Assert.Contains("已补充", after.Says(), StringComparison.Ordinal);
        var stored = await town.Stored(number);
        Assert.Equal(
            (RequestState.InProgress, due.AddHours(30), due.AddHours(30)),
            (stored.State, stored.ReplyDueAt!.Value, stored.CountedDueAt!.Value)
        );
        Assert.Equal(expected.AddHours(30), (await town.Track(registered)).Expected);
        await town.Refused("waited_once", "east1", number, RequestAction.AwaitMaterial);
    }

    [Fact]
    public async Task A_wait_ends_by_itself_after_three_days_and_the_unit_goes_on_with_what_there_is()
    {
        var number = await town.In(RequestState.AwaitingMaterial);
        var due = (await town.Stored(number)).ReplyDueAt!.Value;
        app.Clock.Advance(TimeSpan.FromHours(71));
        Assert.Equal(0, await EndPauses());
        app.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await EndPauses());
        Assert.Equal(0, await EndPauses());
        var stored = await town.Stored(number);
        Assert.Equal((RequestState.InProgress, due.AddHours(72)), (stored.State, stored.ReplyDueAt!.Value));
        Assert.Equal(
            (RequestAction.EndPause, Role.System),
            ((await town.History(number))[^1].Action, (await town.History(number))[^1].Capacity)
        );
    }

    [Fact]
    public async Task A_suspended_matter_shows_its_plan_to_the_person_and_the_public_and_is_looked_at_each_quarter()
    {
        var registered = await town.Register();
        var number = registered.Number;
        foreach (var action in Matter.WayTo(RequestState.Hung))
            await town.Must(number, action);
        var hung = await town.Stored(number);
        var due = hung.ReplyDueAt!.Value;
        Assert.Equal(app.Now.AddDays(90), hung.DueAt);
        Assert.Contains(number, await town.Queue("supervisor", "Hung"), StringComparison.Ordinal);
        var page = await app.Visitor().Get($"/track?number={number}&code={registered.QueryCode}");
        Assert.Contains("每季度核查一次", page.Says(), StringComparison.Ordinal);
        Assert.Contains("先装临时路灯", page.Says(), StringComparison.Ordinal);
        var open = await app.Visitor().Get("/public?state=hung");
        Assert.Contains("计划 2027年12月31日 前解决", open.Says(), StringComparison.Ordinal);

        app.Clock.Advance(TimeSpan.FromDays(80));
        await town.Done("east1", number, RequestAction.RecheckHang);
        Assert.Equal(app.Now.AddDays(90), (await town.Stored(number)).DueAt);
        app.Clock.Advance(TimeSpan.FromDays(20));
        await town.Done("east1", number, RequestAction.ReleaseHang);
        var released = await town.Stored(number);
        Assert.Equal((RequestState.InProgress, due.AddDays(100)), (released.State, released.ReplyDueAt!.Value));
        Assert.Null(released.PlannedAt);
        await town.Done("east1", number, RequestAction.Reply);
        Assert.Null(Chain.Fault(await town.History(number), await town.Notes()));
    }

    [Fact]
    public async Task A_termination_needs_the_hotline_and_tells_the_person_why()
    {
        var number = await town.In(RequestState.Terminated);
        var page = await (await town.At("resident")).Get($"/my/requests/{number}");
        Assert.Contains("终止办理：诉求人拒不配合", page.Says(), StringComparison.Ordinal);
        Assert.Contains("多次联系未能配合", page.Says(), StringComparison.Ordinal);
        Assert.DoesNotContain("三次上门均拒绝开门", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pause_leaves_just_as_much_time_as_there_was_whatever_its_length()
    {
        foreach (var hours in new[] { 0.5, 7, 24, 71.9, 72 })
        {
            var matter = Matter.In(RequestState.InProgress).Wait(TimeSpan.FromHours(3));
            var left = matter.Request.ReplyDueAt!.Value - matter.Now;
            matter.Must(RequestAction.AwaitMaterial).Wait(TimeSpan.FromHours(hours)).Must(RequestAction.ResumeWork);
            Assert.Equal(left, matter.Request.ReplyDueAt!.Value - matter.Now);
            Assert.Equal(
                matter.Request.ReplyDueAt,
                matter.Request.Deadlines.Single(d => d is { Kind: DeadlineKind.Reply, Running: true }).DueAt
            );
        }
    }

    private static Actor Handler(Matter matter) => Who.Is(Role.UnitHandler, matter.Request.Unit);

    private async Task<int> EndPauses() =>
        (await app.Use<EndPauses, Outcome<int>>(end => end.Run(new EndPauses.Command(), Actor.System, default))).Value;

    private Task<UnitApplication> Asked(string number) =>
        app.Use<RequestsDb, UnitApplication>(async db =>
        {
            var id = await db.Requests.Where(r => r.Number == number).Select(r => r.Id).SingleAsync();
            return await db.Applications.AsNoTracking().Where(a => a.RequestId == id).OrderByDescending(a => a.AskedAt).FirstAsync();
        });
}
