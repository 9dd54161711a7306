using System.Net;
using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>到场记录 over HTTP, as a phone sends it.</summary>
public sealed class SiteVisitTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private const string Photo = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private readonly Town town = new(app);

    [Fact]
    public async Task A_visit_is_a_contact_with_time_place_and_photo_and_sent_twice_it_is_one()
    {
        var number = await town.In(RequestState.Signed);
        var visit = Visit(number, "Came", await town.Version(number)) with { Where = new(38.87, 115.46, 20), At = app.Now.AddHours(-2) };
        var body = new { visit, photos = new[] { Photo } };
        var browser = await town.At("east1");
        for (var i = 0; i < 2; i++)
        {
            var answer = await browser.PostJson("/api/field/visits", body);
            Assert.True(answer.IsSuccess, answer.Text);
        }
        var contact = Assert.Single(await town.History(number), t => t.Action == RequestAction.RecordContact);
        Assert.Equal("Visit", contact.Fact("way"));
        var note = (await town.Notes()).Single(n => n.Id == contact.NoteId);
        Assert.Contains("位置38.87000,115.46000", note.Text, StringComparison.Ordinal);
        var id = (await town.Stored(number)).Id;
        Assert.Equal(1, await app.Use<RequestsDb, int>(db => db.Attachments.CountAsync(a => a.RequestId == id)));
    }

    [Fact]
    public async Task A_community_reports_from_the_spot_and_a_change_meanwhile_is_told()
    {
        var number = await town.In(RequestState.InProgress, unit: "EAST-1");
        await town.Done("east1", number, RequestAction.SubDispatch);
        await town.Done("willow", number, RequestAction.SubSign);
        var willow = await town.At("willow");
        var stale = await willow.PostJson("/api/field/visits", new { visit = Visit(number, "Report", 2) });
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("changed_meanwhile", stale.Text, StringComparison.Ordinal);
        var done = await willow.PostJson("/api/field/visits", new { visit = Visit(number, "Report", await town.Version(number)) });
        Assert.True(done.IsSuccess, done.Text);
        Assert.Equal(SubState.Reported, (await town.Stored(number)).SubDispatches.Single().State);
    }

    [Fact]
    public async Task Strangers_are_refused_and_so_is_what_is_not_in_order()
    {
        var number = await town.In(RequestState.Signed);
        foreach (
            var login in new[]
            {
                "agent",
                "dispatcher",
                "reviewer",
                "callback",
                "supervisor",
                "leader",
                "sysadmin",
                "secadmin",
                "auditadmin",
                "resident",
                "stranger",
                "visitor",
            }
        )
        {
            var refused = await (await town.At(login)).PostJson("/api/field/visits", new { visit = Visit(number, "Came", null) });
            Assert.Equal(login == "visitor" ? HttpStatusCode.Unauthorized : HttpStatusCode.Forbidden, refused.Status);
        }
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await (await town.At("east2")).PostJson("/api/field/visits", new { visit = Visit(number, "Came", null) })).Status
        );
        var browser = await town.At("east1");
        var other = Visit(number, "Came", null) with { Person = Guid.CreateVersion7(app.Now) };
        Assert.Contains(
            "written_by_another",
            (await browser.PostJson("/api/field/visits", new { visit = other })).Text,
            StringComparison.Ordinal
        );
        foreach (
            var (body, field) in new (object, string)[]
            {
                (new { visit = Visit(number, "Came", null), photos = new[] { "no photo" } }, "photos"),
                (new { visit = Visit(number, "Came", null) with { Where = new(138, 115, 1) } }, "where"),
                (new { visit = Visit(number, "Came", null) with { Text = "" } }, "result"),
            }
        )
        {
            var answer = await browser.PostJson("/api/field/visits", body);
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Contains($"\"{field}\"", answer.Text, StringComparison.Ordinal);
        }
        Assert.Equal(RequestState.Signed, (await town.Stored(number)).State);
    }

    [Fact]
    public async Task A_film_and_a_recording_of_the_spot_are_cleaned_and_the_person_sees_whose_they_are()
    {
        var number = await town.In(RequestState.Signed);
        using var browser = await app.SignIn("east1");
        var page = await (await browser.Get($"/field/{number}")).SubmitFiles(
            "[data-field-form]",
            [("kind", "Came"), ("text", "到场看过，录了像。"), ("latitude", "38.87"), ("longitude", "115.46"), ("accuracy", "20")],
            [("media", ResidentMediaTests.Film("vide", [.. "SPOT"u8])), ("media", ResidentMediaTests.Wave("SECRET STUDIO"))]
        );
        Assert.Contains("已送出", page.Says(), StringComparison.Ordinal);
        var id = (await town.Stored(number)).Id;
        var kept = await app.Use<RequestsDb, List<RequestAttachment>>(db => db.Attachments.Where(a => a.RequestId == id).ToListAsync());
        Assert.Equal(["audio/wav", "video/mp4"], kept.Select(a => a.ContentType).Order());
        Assert.All(kept, a => Assert.True(a.OfUnit));
        foreach (var file in kept)
        {
            var bytes = await browser.Client.GetByteArrayAsync(new Uri($"/photos/{file.File}", UriKind.Relative));
            Assert.DoesNotContain("SECRET", System.Text.Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        }
        var contact = Assert.Single(await town.History(number), t => t.Action == RequestAction.RecordContact);
        Assert.Contains("位置38.87000", (await town.Notes()).Single(n => n.Id == contact.NoteId).Text, StringComparison.Ordinal);

        page = await (await browser.Get($"/field/{number}")).SubmitFiles(
            "[data-field-form]",
            [("kind", "Came"), ("text", "又去了一次。")],
            [("media", [.. "no film"u8])]
        );
        Assert.Contains("不是录音或视频", page.Says(), StringComparison.Ordinal);
        Assert.Equal(2, await app.Use<RequestsDb, int>(db => db.Attachments.CountAsync(a => a.RequestId == id)));
    }

    [Fact]
    public async Task Without_script_the_pages_sign_and_record()
    {
        var number = await town.In(RequestState.Dispatched);
        using var browser = await app.SignIn("east1");
        Assert.Contains(
            number,
            string.Join(' ', (await browser.Get("/field")).All(".matters a").Select(a => a.GetAttribute("href"))),
            StringComparison.Ordinal
        );
        var page = await (await browser.Get($"/field/{number}")).Submit("form:has(input[value=sign])");
        Assert.Contains("已送出", page.Says(), StringComparison.Ordinal);
        page = await page.Submit("[data-field-form]", ("kind", "Came"), ("text", "到场看过，明天来修。"));
        Assert.Contains("已送出", page.Says(), StringComparison.Ordinal);
        Assert.Equal(RequestState.InProgress, (await town.Stored(number)).State);
        Assert.DoesNotContain(Town.Phone, page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.At("east2")).Get($"/field/{number}")).Status);
    }

    [Fact]
    public async Task The_app_says_what_it_is_and_its_script_may_answer_for_its_pages()
    {
        using var visitor = app.Visitor();
        Assert.Contains("\"start_url\":\"/field\"", (await visitor.Get("/field/app.webmanifest")).Text, StringComparison.Ordinal);
        var answer = await visitor.Client.GetAsync(new Uri("/field/worker.js", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("/field", answer.Headers.GetValues("Service-Worker-Allowed").Single());
    }

    private sealed record Sent(string Number, string Kind, string Text, int? Version, Guid Key)
    {
        public Guid? Person { get; init; }
        public VisitPosition? Where { get; init; }
        public DateTimeOffset? At { get; init; }
    }

    private Sent Visit(string number, string kind, int? version) =>
        new(number, kind, "已到现场，灯头已换好，当晚试亮。", version, Guid.CreateVersion7(app.Now));
}
