using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Contracts.Requests;
using Suiying.Kernel.Events;
using Suiying.People.Model;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>What a step of a request sets off: it is told once, to the person, without anything of the matter.</summary>
public sealed class RequestEventTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private readonly Town town = new(app);

    [Fact]
    public async Task Each_step_is_stored_with_its_event_and_nothing_of_the_person_or_the_matter_is_in_it()
    {
        await app.Drain();
        var intake = app.Given.Intake() with { Text = "不能出现在事件里的内容，路灯坏了。" };
        await town.In(RequestState.Dispatched, intake);
        var stored = await app.Use<RequestsDb, List<StoredEvent>>(db => db.Set<StoredEvent>().AsNoTracking().ToListAsync());
        Assert.Contains(
            stored,
            e => e.Event == RequestMoved.Name && e.Payload.Contains("\"action\":\"Dispatch\"", StringComparison.Ordinal)
        );
        string[] members =
        [
            "request",
            "seq",
            "at",
            "action",
            "from",
            "to",
            "ended",
            "byResident",
            "answered",
            "filed",
            "worked",
            "registeredAt",
            "replyDueAt",
            "undoneDueAt",
            "synthetic",
        ];
        foreach (var row in stored)
        {
            using var payload = JsonDocument.Parse(row.Payload);
            Assert.Equal(members, payload.RootElement.EnumerateObject().Select(m => m.Name));
            Assert.DoesNotContain("不能出现", row.Payload, StringComparison.Ordinal);
            Assert.DoesNotContain(Town.Phone[^8..], row.Payload, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_person_finds_each_step_of_others_as_news_and_marks_it_as_seen()
    {
        var number = await town.In(RequestState.Signed);
        await app.Drain();
        Assert.Equal([2, 3], await Notices(number));
        var resident = await town.At("resident");
        var page = await resident.Get($"/my/requests/{number}");
        Assert.Contains("有 2 条新进展", page.Says(), StringComparison.Ordinal);
        var seen = await page.Submit(".notice form", ("act", "seen"));
        Assert.Contains("已标为看过", seen.Says(), StringComparison.Ordinal);
        Assert.DoesNotContain("新进展", seen.Says(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task News_of_all_matters_stand_above_the_list_until_they_are_seen()
    {
        var number = await town.In(RequestState.Dispatched);
        await app.Drain();
        var resident = await town.At("resident");
        var page = await resident.Get("/my/requests");
        Assert.Contains("新进展", page.Says(), StringComparison.Ordinal);
        Assert.NotNull(page.Find($"section.card a[href='/my/requests/{number}']"));
        var stranger = await (await town.At("stranger")).Get("/my/requests");
        Assert.DoesNotContain(number, stranger.Text, StringComparison.Ordinal);
        var after = await page.Submit("section.card form");
        Assert.DoesNotContain("新进展", after.Says(), StringComparison.Ordinal);
        Assert.Empty(after.All("section.card a"));
    }

    [Fact]
    public async Task A_message_names_the_number_and_never_the_matter_and_the_opening_is_logged()
    {
        var number = await town.In(RequestState.Dispatched);
        await app.Drain();
        var text = LastMessage();
        Assert.Contains(number, text, StringComparison.Ordinal);
        Assert.Contains("已派给", text, StringComparison.Ordinal);
        Assert.DoesNotContain("路灯", text, StringComparison.Ordinal);
        var auditor = await app.SignIn(Role.AuditAdmin);
        var log = await auditor.Get($"/audit/openings?matter={number}");
        Assert.Contains("发送通知", log.Says(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_message_of_an_accepted_reply_leads_to_the_page_where_one_answers_by_one_press()
    {
        var number = await town.In(RequestState.CallbackPending);
        await app.Drain();
        Assert.Contains($"https://12345.example/rate/{(await town.Stored(number)).RateToken}", LastMessage(), StringComparison.Ordinal);
        await town.Must(number, RequestAction.RecordCallback);
        await town.In(RequestState.Dispatched);
        await app.Drain();
        Assert.DoesNotContain("/rate/", LastMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_about_a_sealed_matter_does_not_name_the_unit()
    {
        var intake = app.Given.Intake() with { Type = RequestType.Report, AccusedUnit = "EAST-2" };
        var number = await town.In(RequestState.Dispatched, intake, "EAST-1");
        await app.Drain();
        Assert.Contains($"编号{number}）已交办", LastMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_want_to_be_told_gets_no_message()
    {
        // What other tests left waiting goes out first.
        await app.Drain();
        var before = LastMessage();
        await town.In(RequestState.Dispatched, app.Given.Intake() with { WantsReply = false });
        await app.Drain();
        Assert.Equal(before, LastMessage());
    }

    [Fact]
    public async Task The_days_that_are_counted_step_by_step_are_what_a_count_of_all_requests_finds()
    {
        await town.In(RequestState.Registered);
        await town.In(RequestState.Closed);
        await town.Must(await town.In(RequestState.Registered), RequestAction.Withdraw);
        var number = await town.In(RequestState.Replied);
        await town.Must(number, RequestAction.SendBack);
        app.Clock.Advance(TimeSpan.FromDays(40));
        await town.Must(number, RequestAction.Reply);
        await town.Must(await town.In(RequestState.Closed), RequestAction.ApprovePublicText);
        await app.Drain();
        var (kept, counted) = await app.Use<RequestsDb, (List<DayCount>, List<DayCount>)>(async db =>
            (
                await db.Days.AsNoTracking().OrderBy(d => d.Day).ToListAsync(),
                [.. DayCount.Of((await db.Requests.AsNoTracking().ToListAsync()).Select(Counted.Of), app.City.Calendar.DateOf)]
            )
        );
        Assert.Equal(counted.Select(Line), kept.Select(Line));
        Assert.Contains(kept, d => d.Answered > d.OnTime);
        var home = await app.Visitor().Get("/");
        Assert.Contains($"收到{kept[^1].Received}件", home.Says("dl.figures"), StringComparison.Ordinal);
    }

    private static string Line(DayCount d) => $"{d.Day:O} {d.Received} {d.Ended} {d.Answered} {d.OnTime} {d.Synthetic} {d.Supported}";

    [Theory]
    [MemberData(nameof(Samples))]
    public void What_earlier_releases_stored_can_still_be_read(string sample)
    {
        var moved = JsonSerializer.Deserialize<RequestMoved>(File.ReadAllText(Path.Combine(Folder, sample)), JsonSerializerOptions.Web)!;
        Assert.Equal(("Reply", "Replied", 6), (moved.Action, moved.To, moved.Seq));
        Assert.Equal(Guid.Parse("0199a0b0-0000-7000-8000-000000000001"), moved.Request.Value);
        Assert.Equal(new DateTimeOffset(2026, 3, 9, 2, 0, 0, TimeSpan.Zero), moved.ReplyDueAt);
    }

    public static TheoryData<string> Samples =>
        [.. Directory.GetFiles(Folder, $"{RequestMoved.Name}.*.json").Select(p => Path.GetFileName(p))];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Events", "samples");

    private string LastMessage()
    {
        Assert.True(Phone.TryParse(Town.Phone, out var phone));
        return app.Services.GetRequiredService<DevelopmentMessageSender>().LastTo(phone) ?? "";
    }

    private Task<List<int>> Notices(string number) =>
        app.Use<RequestsDb, List<int>>(async db =>
        {
            var id = await db.Requests.Where(r => r.Number == number).Select(r => r.Id).SingleAsync();
            return await db.Notices.Where(n => n.RequestId == id).OrderBy(n => n.Seq).Select(n => n.Seq).ToListAsync();
        });
}
