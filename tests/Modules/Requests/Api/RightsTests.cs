using System.Net;
using Microsoft.EntityFrameworkCore;
using Suiying.Engines.Clock;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>个人信息权利请求 (个人信息保护法 art. 44–50; domain I.1): asked by the person, answered in time, refused with a ground, reviewed by another.</summary>
public sealed class RightsTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private const string Form = "#rights form:has(textarea[name=claim])";

    private readonly Town town = new(app);

    [Fact]
    public async Task A_claim_has_a_time_of_its_own_and_moves_no_other()
    {
        var number = await town.In(RequestState.InProgress);
        var before = await town.Stored(number);
        await town.Done("resident", number, RequestAction.ClaimRight);
        await town.Refused("claim_is_open", "resident", number, RequestAction.ClaimRight);
        var stored = await town.Stored(number);
        Assert.Equal((before.DueAt, before.ReplyDueAt, before.State), (stored.DueAt, stored.ReplyDueAt, stored.State));
        // Fifteen working days of the sample city.
        Assert.Equal(app.City.DeadlineOf(DeadlineKind.Claim, null, 3, app.Now).DueAt, stored.ClaimDueAt);
        Assert.Contains(number, await town.Queue("supervisor", "Rights"), StringComparison.Ordinal);
        await town.Done("supervisor", number, RequestAction.GrantClaim);
        Assert.DoesNotContain(number, await town.Queue("supervisor", "Rights"), StringComparison.Ordinal);
        var claim = (await Claims(number)).Single();
        Assert.Equal((ClaimState.Granted, 1, false), (claim.State, claim.Ordinal, claim.LateAt(app.Now.AddYears(1))));
        Assert.Null(Chain.Fault(await town.History(number), await town.Notes()));
    }

    [Fact]
    public async Task A_refusal_names_its_ground_and_is_reviewed_once_by_another_supervisor()
    {
        var registered = await town.Register();
        var number = registered.Number;
        await town.Done("resident", number, RequestAction.ClaimRight);
        await town.Invalid("answer", "supervisor", number, RequestAction.RefuseClaim, ("answer", "不行"));
        await town.Done("supervisor", number, RequestAction.RefuseClaim);
        var page = await app.Visitor().Get($"/track?number={number}&code={registered.QueryCode}");
        foreach (var told in new[] { "涉及他人的个人信息", "不能提供", "人民法院起诉", "请求复核这项请求" })
            Assert.Contains(told, page.Says(), StringComparison.Ordinal);

        await town.Done("resident", number, RequestAction.ContestClaim);
        await town.Refused("own_decision", "supervisor", number, RequestAction.GrantClaim);
        await town.Refused("own_decision", "supervisor", number, RequestAction.RefuseClaim);
        var another = Who.Is(Role.Supervisor, "HOT");
        var refuse = new RefuseClaim.Command
        {
            Target = new Target(number),
            Ground = ClaimRefusal.D05OfOthers,
            Answer = "复核后维持：去掉以后剩下的内容没有意义。",
        };
        Assert.True((await app.Use<RefuseClaim, Outcome<Receipt>>(use => use.Run(refuse, another, default))).Ok(out _, out _));
        Assert.Equal(ClaimState.Upheld, (await Claims(number)).Single().State);
        await town.Refused("wrong_claim_state", "resident", number, RequestAction.ContestClaim);
        // What was refused may be asked again, with other words.
        await town.Done("resident", number, RequestAction.ClaimRight);
        await town.Done("resident", number, RequestAction.WithdrawClaim);
        Assert.Equal([ClaimState.Upheld, ClaimState.Withdrawn], (await Claims(number)).Select(c => c.State));
    }

    [Fact]
    public async Task What_is_still_handled_is_not_deleted_and_what_has_ended_is_gone_from_everywhere()
    {
        const string Said = "银杏胡同甲七号的孙某某家漏水。";
        var intake = app.Given.Intake() with { Text = Said, Title = "银杏胡同漏水" };
        var number = await town.In(RequestState.InProgress, intake);
        var claim = new (string, object?)[] { ("right", "Delete"), ("text", "请删掉银杏胡同这件。") };
        await town.Done("resident", number, RequestAction.ClaimRight, claim);
        await town.Refused("still_handled", "supervisor", number, RequestAction.GrantClaim);
        await town.Done("resident", number, RequestAction.WithdrawClaim);
        foreach (var action in new[] { RequestAction.Reply, RequestAction.AcceptReply, RequestAction.RecordCallback })
            await town.Must(number, action);
        Assert.Contains(number, (await (await town.At("agent")).Get("/api/requests/search?q=银杏")).Text, StringComparison.Ordinal);
        Assert.NotEmpty(await Traces.Of(app, "银杏"));

        await town.Done("resident", number, RequestAction.ClaimRight, claim);
        await town.Done("supervisor", number, RequestAction.GrantClaim, ("answer", "已按您的请求删除。"));
        await app.Drain();
        Assert.Empty(await Traces.Of(app, "银杏"));
        Assert.DoesNotContain(number, (await (await town.At("agent")).Get("/api/requests/search?q=银杏")).Text, StringComparison.Ordinal);
        var stored = await town.Stored(number);
        Assert.Equal((ServiceRequest.ErasedTitle, "", null, null), (stored.Title, stored.Place, stored.Longitude, stored.PublicText));
        Assert.Equal((RequestState.Closed, intake.Category), (stored.State, stored.Category));
        var desk = (await (await town.At("supervisor")).Get($"/desk/all/{number}")).Says();
        Assert.Contains("原文已删除，留有摘要。", desk, StringComparison.Ordinal);
        Assert.Contains("已按您的请求删除。", desk, StringComparison.Ordinal);
        // Nothing begins again with what is gone.
        await town.Refused("content_is_erased", "resident", number, RequestAction.Reopen);
        await town.Refused("content_is_erased", "resident", number, RequestAction.ClaimRight, claim);
        await town.Refused("content_is_erased", "reviewer", number, RequestAction.ApprovePublicText);
        var report = await app.Use<VerifyJournal, Outcome<JournalReport>>(v => v.Run(new VerifyJournal.Command(), Actor.System, default));
        Assert.True(report.Value.Whole);
        Assert.True(report.Value.ErasedTexts > 0);
    }

    [Fact]
    public async Task A_deleted_photo_is_gone_from_the_store_unless_another_request_has_the_same()
    {
        using var browser = app.Visitor();
        var number = await WithPhoto(browser, 61);
        using var another = app.Visitor();
        await WithPhoto(another, 62);
        using var same = app.Visitor();
        var shared = await WithPhoto(same, 62);
        var (own, both) = (await File(number), await File(shared));
        foreach (var each in new[] { number, shared })
        {
            await town.Done("resident", each, RequestAction.Withdraw);
            await town.Done("resident", each, RequestAction.ClaimRight, ("right", "Delete"));
            await town.Done("supervisor", each, RequestAction.GrantClaim);
        }
        var agent = await town.At("agent");
        Assert.Equal(HttpStatusCode.NotFound, (await agent.Get($"/photos/{own}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await agent.Get($"/photos/{both}")).Status);
    }

    [Fact]
    public async Task A_wrong_record_is_corrected_and_found_under_what_is_right()
    {
        var number = await town.In(RequestState.Dispatched, app.Given.Intake() with { Title = "皂角巷路灯不亮" });
        await town.Done("resident", number, RequestAction.ClaimRight, ("right", "Correct"), ("text", "是紫藤巷，不是那里。"));
        await town.Done("supervisor", number, RequestAction.GrantClaim, ("title", "紫藤巷路灯不亮"), ("place", "紫藤巷口"));
        var stored = await town.Stored(number);
        Assert.Equal(("紫藤巷路灯不亮", "紫藤巷口"), (stored.Title, stored.Place));
        var agent = await town.At("agent");
        Assert.DoesNotContain(number, (await agent.Get("/api/requests/search?q=皂角巷")).Text, StringComparison.Ordinal);
        Assert.Contains(number, (await agent.Get("/api/requests/search?q=紫藤巷口")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_person_asks_on_the_page_of_the_request_and_sees_all_their_claims()
    {
        var registered = await town.Register();
        var number = registered.Number;
        var page = await app.Visitor().Get($"/track?number={number}&code={registered.QueryCode}");
        var refused = await page.Submit(Form, ("claim", "请说明。"), ("act", "claim"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("请选择要行使哪项权利", refused.Says(), StringComparison.Ordinal);
        var done = await page.Submit(Form, ("right", "Explain"), ("claim", "请说明为什么派给街道。"), ("act", "claim"));
        Assert.Contains("会在期限内答复您", done.Says(), StringComparison.Ordinal);
        Assert.Equal(DataRight.Explain, (await Claims(number)).Single().Right);

        var mine = await (await town.At("resident")).Get("/my/rights");
        Assert.Contains($"{number}-1", mine.Says(), StringComparison.Ordinal);
        Assert.DoesNotContain(number, (await (await town.At("stranger")).Get("/my/rights")).Text, StringComparison.Ordinal);
        Assert.Equal("/my", (await app.Visitor().Get("/my/rights")).Address.AbsolutePath);
    }

    [Fact]
    public async Task A_person_sees_which_unit_opened_their_contact_for_which_request()
    {
        var number = await town.In(RequestState.InProgress);
        Assert.Equal(
            HttpStatusCode.OK,
            (await (await town.At("east1")).PostJson($"/api/requests/{number}/contact-openings", new Dictionary<string, object?>())).Status
        );
        var mine = (await (await town.At("resident")).Get("/my/data")).Says();
        Assert.Contains(number, mine, StringComparison.Ordinal);
        Assert.Contains("联系诉求人", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("承办人甲", mine, StringComparison.Ordinal);
        Assert.DoesNotContain(number, (await (await town.At("stranger")).Get("/my/data")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_walks_the_claims_by_the_time_by_which_they_are_answered()
    {
        var first = await town.In(RequestState.Registered);
        await town.Done("resident", first, RequestAction.ClaimRight);
        app.Clock.Advance(TimeSpan.FromDays(3));
        var second = await town.In(RequestState.Registered);
        await town.Done("resident", second, RequestAction.ClaimRight);
        var by = await app.Given.Staff("supervisor");
        var (seen, after) = (new List<string>(), (string?)null);
        do
        {
            var query = new ListQueue.Query
            {
                Queue = Queue.Rights,
                Take = 1,
                After = after,
            };
            var slice = (await app.Use<ListQueue, Outcome<Kernel.Slice<RequestRow>>>(list => list.Run(query, by, default))).Value;
            seen.AddRange(slice.Rows.Select(r => r.Number));
            after = slice.Next;
        } while (after is not null);
        Assert.Equal(seen.Distinct().Count(), seen.Count);
        Assert.True(seen.IndexOf(first) >= 0 && seen.IndexOf(first) < seen.IndexOf(second));
    }

    private async Task<string> WithPhoto(Browser browser, int width)
    {
        var described = await browser.Describe(photos: [ResidentPhotoTests.Photo(width, 40)]);
        var contact = await (await described.Place()).Contact();
        return ResidentWalk.Number(await contact.Press());
    }

    private Task<string> File(string number) =>
        app.Use<RequestsDb, string>(db =>
            db.Attachments.Where(a => db.Requests.Any(r => r.Id == a.RequestId && r.Number == number)).Select(a => a.File).SingleAsync()
        );

    private Task<List<RightsClaim>> Claims(string number) =>
        app.Use<RequestsDb, List<RightsClaim>>(async db =>
        {
            var all = await db.Requests.AsNoTracking().Where(r => r.Number == number).SelectMany(r => r.Claims).ToListAsync();
            return [.. all.OrderBy(c => c.Ordinal)];
        });
}
