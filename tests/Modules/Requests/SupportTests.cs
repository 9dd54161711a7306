using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Contracts.Requests;
using Suiying.Kernel.Events;
using Suiying.People.Model;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>我也遇到: once each, taken back again, counted everywhere, and nobody learns who.</summary>
public sealed class SupportTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private const string Form = "form[action^='/public/']";

    private readonly Town town = new(app);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_browser_without_script_says_me_too_once_and_takes_it_back()
    {
        var serial = await Open();
        using var browser = app.Visitor();
        var page = await browser.Get($"/public/{serial}");
        Assert.DoesNotContain("人也遇到", page.Says(".public-list"), StringComparison.Ordinal);
        var first = await page.Submit(Form, ("act", "support"));
        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Contains("1 人也遇到", first.Says(".public-list"), StringComparison.Ordinal);
        // Once more from the page as it was before, and in two at once.
        await Task.WhenAll(page.Submit(Form, ("act", "support")), page.Submit(Form, ("act", "support")));
        Assert.Equal(1, await Count(serial));

        using var other = app.Visitor();
        var seen = await other.Get($"/public/{serial}");
        Assert.Contains("1 人也遇到", seen.Says(), StringComparison.Ordinal);
        Assert.DoesNotContain("您说过", seen.Says(), StringComparison.Ordinal);
        await seen.Submit(Form, ("act", "support"));
        Assert.Equal(2, await Count(serial));

        var back = await (await browser.Get($"/public/{serial}")).Submit(Form, ("act", "undo"));
        Assert.Contains("已撤销", back.Says(), StringComparison.Ordinal);
        Assert.Equal(1, await Count(serial));
        Assert.Equal(HttpStatusCode.NotFound, (await back.Submit(Form, ("act", "undo"))).Status);
        Assert.Equal(1, await Count(serial));
    }

    [Fact]
    public async Task A_person_counts_once_whether_signed_in_or_not_and_finds_the_matter_under_their_own()
    {
        var serial = await Open();
        using var browser = app.Visitor();
        await (await browser.Get($"/public/{serial}")).Submit(Form, ("act", "support"));
        await browser.SignInByPhone("13700000011");
        var page = await (await browser.Get($"/public/{serial}")).Submit(Form, ("act", "undo"));
        Assert.Equal(0, await Count(serial));
        await page.Submit(Form, ("act", "support"), ("news", "yes"));
        using var phone = app.Visitor();
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await phone.SignInByPhone("13700000011");
        Assert.Contains("您说过", (await phone.Get($"/public/{serial}")).Says(), StringComparison.Ordinal);
        Assert.Equal(1, await Count(serial));
        var mine = await phone.Get("/my/requests");
        Assert.NotEmpty(mine.All($"a[href='/public/{serial}']"));
    }

    [Fact]
    public async Task Who_filed_the_matter_cannot_support_it()
    {
        var serial = await Open();
        var resident = await town.At("resident");
        var page = await resident.Get($"/public/{serial}");
        Assert.Contains("您自己反映", page.Says(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await page.Submit(Form, ("act", "support"))).Status);
        Assert.Equal(0, await Count(serial));
    }

    [Fact]
    public async Task A_closed_matter_is_refused_with_the_reason_and_a_sealed_one_does_not_exist()
    {
        var number = await town.In(RequestState.Closed);
        var closed = await SerialOf(number);
        using var browser = app.Visitor();
        var page = await browser.Get($"/public/{closed}");
        Assert.Contains("已经结束", page.Says(), StringComparison.Ordinal);
        var refused = await page.Submit(Form, ("act", "support"));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("已办结", refused.Says(), StringComparison.Ordinal);

        var lamp = app.Given.Intake();
        foreach (
            var intake in new[]
            {
                lamp with
                {
                    Type = RequestType.Report,
                },
                lamp with
                {
                    WantsSecrecy = true,
                },
                lamp with
                {
                    Type = RequestType.Complaint,
                    AboutConduct = true,
                },
            }
        )
        {
            var hidden = await SerialOf((await app.Given.Request(intake)).Number);
            var nothing = await browser.Get($"/public/{hidden}");
            Assert.Equal(HttpStatusCode.NotFound, nothing.Status);
            Assert.Equal((await browser.Get("/public/99999999")).Says("body"), nothing.Says("body"));
            Assert.Equal(HttpStatusCode.NotFound, (await Press(browser, hidden, page.Token)).Status);
            Assert.Equal(0, await Count(hidden));
        }
    }

    [Fact]
    public async Task Staff_are_no_supporters()
    {
        var serial = await Open();
        using var agent = await app.SignIn(Role.Agent);
        var page = await agent.Get($"/public/{serial}");
        Assert.Equal(HttpStatusCode.Forbidden, (await page.Submit(Form, ("act", "support"))).Status);
        Assert.Equal(0, await Count(serial));
    }

    [Fact]
    public async Task One_address_with_ever_new_browsers_is_slowed_down()
    {
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var serial = await Open();
        Task<Outcome<Done>> Press(string from) =>
            app.Use<SupportRequest, Outcome<Done>>(use =>
                use.Run(
                    new SupportRequest.Command
                    {
                        Serial = serial,
                        Browser = Guid.CreateVersion7(),
                        From = IPAddress.Parse(from),
                    },
                    Actor.Visitor,
                    Ct
                )
            );
        for (var i = 0; i < SupportLimit.Most; i++)
            Assert.True((await Press("198.51.100.7")).Ok(out _, out _));
        Assert.False((await Press("198.51.100.7")).Ok(out _, out var refused));
        Assert.Equal(RefusalKind.TooMany, refused!.Kind);
        Assert.True((await Press("198.51.100.8")).Ok(out _, out _));
        Assert.Equal(SupportLimit.Most + 1, await Count(serial));
    }

    [Fact]
    public async Task The_count_stands_on_the_lists_the_map_the_desk_and_in_Open311()
    {
        var number = await town.In(RequestState.Signed);
        var serial = await SerialOf(number);
        using var browser = app.Visitor();
        await (await browser.Get($"/public/{serial}")).Submit(Form, ("act", "support"));
        app.Clock.Advance(MapRows.ShownFor + TimeSpan.FromSeconds(1));

        Assert.Contains("1 人也遇到", (await browser.Get("/public")).Says(".public-list"), StringComparison.Ordinal);
        Assert.Contains("人也遇到", (await browser.Get("/map")).Says(".map-list"), StringComparison.Ordinal);
        var pins = Json(await browser.Get("/api/map/pins?box=-180,-89,180,89&zoom=3")).GetProperty("pins");
        Assert.True(pins.EnumerateArray().Sum(p => p.GetProperty("supporters").GetInt32()) > 0);
        var near = Json(await browser.Get("/api/requests/nearby?box=115,38,117,40")).GetProperty("rows");
        Assert.Contains(
            near.EnumerateArray(),
            r => r.GetProperty("id").GetInt64() == serial && r.GetProperty("supporters").GetInt32() == 1
        );
        var open311 = Json(await browser.Get($"/open311/v2/requests/{number}.json?extensions=true"));
        Assert.Equal(1, open311[0].GetProperty("extended_attributes").GetProperty("supporters").GetInt32());
        using var unit = await app.SignIn("east1");
        Assert.Contains("\"supporters\":1", (await unit.Get($"/api/requests/{number}")).Text, StringComparison.Ordinal);
        Assert.Contains("1 人也遇到", (await unit.Get($"/desk/unit/{number}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_learns_who_neither_from_a_page_nor_from_the_event_nor_from_the_row()
    {
        await app.Drain();
        var number = await town.In(RequestState.Signed);
        var serial = await SerialOf(number);
        using var browser = app.Visitor();
        await browser.SignInByPhone("13700000022");
        await (await browser.Get($"/public/{serial}")).Submit(Form, ("act", "support"), ("news", "yes"));
        var (row, events) = await app.Use<RequestsDb, (RequestSupport, List<StoredEvent>)>(async db =>
            (
                await db.Supports.AsNoTracking().SingleAsync(s => db.Requests.Any(r => r.Id == s.RequestId && r.Serial == serial), Ct),
                await db.Set<StoredEvent>().AsNoTracking().Where(e => e.Event == RequestSupported.Name).ToListAsync(Ct)
            )
        );
        using var payload = JsonDocument.Parse(Assert.Single(events).Payload);
        Assert.Equal(["request", "change", "at", "registeredAt"], payload.RootElement.EnumerateObject().Select(m => m.Name));
        var person = row.PersonId!.Value;
        using var other = app.Visitor();
        using var unit = await app.SignIn("east1");
        using var agent = await app.SignIn(Role.Agent);
        foreach (
            var text in new[]
            {
                (await other.Get($"/public/{serial}")).Text,
                (await other.Get("/public")).Text,
                (await other.Get("/api/requests/nearby?box=115,38,117,40")).Text,
                (await other.Get($"/open311/v2/requests/{number}.json?extensions=true")).Text,
                (await unit.Get($"/api/requests/{number}")).Text,
                (await agent.Get($"/desk/all/{number}")).Text,
                row.Mark,
            }
        )
        {
            foreach (var personal in new[] { "13700000022", "0000022", $"{person}", $"{person:N}", row.Mark[..^1] })
                Assert.False(text != row.Mark && text.Contains(personal, StringComparison.OrdinalIgnoreCase), personal);
        }
        Assert.DoesNotContain($"{person:N}", row.Mark, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_wants_to_hear_of_it_is_told_by_message_and_under_their_own_and_who_does_not_is_not()
    {
        var number = await town.In(RequestState.Registered);
        var serial = await SerialOf(number);
        using var curious = app.Visitor();
        await curious.SignInByPhone("13700000033");
        await (await curious.Get($"/public/{serial}")).Submit(Form, ("act", "support"), ("news", "yes"));
        using var silent = app.Visitor();
        await silent.SignInByPhone("13700000044");
        await (await silent.Get($"/public/{serial}")).Submit(Form, ("act", "support"));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await town.Must(number, RequestAction.Dispatch);
        await app.Drain();
        var message = LastTo("13700000033");
        Assert.Contains("我也遇到", message, StringComparison.Ordinal);
        Assert.DoesNotContain(number, message, StringComparison.Ordinal);
        Assert.DoesNotContain("路灯", message, StringComparison.Ordinal);
        Assert.DoesNotContain("我也遇到", LastTo("13700000044"), StringComparison.Ordinal);

        var page = await curious.Get("/my/requests");
        Assert.Contains("新进展", page.Says(), StringComparison.Ordinal);
        Assert.DoesNotContain("新进展", (await silent.Get("/my/requests")).Says(), StringComparison.Ordinal);
        var seen = await page.Submit("form:has([value='seen-supported'])");
        Assert.DoesNotContain("新进展", seen.Says(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_form_similar_open_matters_nearby_are_offered_after_the_place_and_one_can_be_joined()
    {
        var serial = await Open();
        var sealedOne = await SerialOf((await app.Given.Request(app.Given.Intake() with { WantsSecrecy = true })).Number);
        using var browser = app.Visitor();
        var before = await app.Use<RequestsDb, int>(db => db.Requests.CountAsync(Ct));
        var offered = await (await browser.Describe()).PlaceOnly();
        Assert.Equal("/submit/similar", offered.Address.AbsolutePath);
        Assert.NotEmpty(offered.All($"button[name=support][value='{serial}']"));
        Assert.Empty(offered.All($"button[name=support][value='{sealedOne}']"));
        var joined = await offered.Submit("form[action='/submit/similar']", ("support", $"{serial}"));
        Assert.Equal($"/public/{serial}", joined.Address.AbsolutePath);
        Assert.Contains("已记下", joined.Says(), StringComparison.Ordinal);
        Assert.Equal(1, await Count(serial));
        Assert.Equal(before, await app.Use<RequestsDb, int>(db => db.Requests.CountAsync(Ct)));
        // What was written is not lost: it may be another matter after all.
        Assert.Equal("/submit/contact", (await browser.Get("/submit/check")).Address.AbsolutePath);
    }

    [Theory]
    [InlineData("楼下的井盖松了，车开过去响一整夜。", "Help")]
    [InlineData("门口的路灯坏了，晚上看不见路。", "Report")]
    [InlineData("门口的路灯坏了，什么时候修？", "Inquiry")]
    public async Task Another_kind_of_matter_is_asked_nothing(string text, string type)
    {
        await Open();
        using var browser = app.Visitor();
        Assert.Equal("/submit/contact", (await (await browser.Describe(text, type)).PlaceOnly()).Address.AbsolutePath);
    }

    [Fact]
    public async Task A_day_counts_its_supporters_once_each_and_less_where_they_leave()
    {
        var serial = await Open();
        using var one = app.Visitor();
        using var two = app.Visitor();
        await (await one.Get($"/public/{serial}")).Submit(Form, ("act", "support"));
        var page = await (await two.Get($"/public/{serial}")).Submit(Form, ("act", "support"));
        await page.Submit(Form, ("act", "undo"));
        await app.Drain();
        var (kept, counted) = await app.Use<RequestsDb, (int, int)>(async db =>
            (await db.Days.SumAsync(d => d.Supported, Ct), await db.Requests.SumAsync(r => r.Supporters, Ct))
        );
        Assert.Equal(counted, kept);
        Assert.True(kept > 0);
    }

    [Fact]
    public void What_earlier_releases_stored_can_still_be_read()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Events", "samples", "requests.supported.1.json");
        var happened = JsonSerializer.Deserialize<RequestSupported>(File.ReadAllText(path), JsonSerializerOptions.Web)!;
        Assert.Equal((-1, Guid.Parse("0199a0b0-0000-7000-8000-000000000001")), (happened.Change, happened.Request.Value));
    }

    private static Task<Page> Press(Browser browser, long serial, string? token) =>
        browser.PostForm($"/public/{serial}", token, ("_handler", "support"), ("act", "support"));

    private async Task<long> Open() => await SerialOf(await town.In(RequestState.Signed));

    private async Task<long> SerialOf(string number) => (await town.Stored(number)).Serial;

    private async Task<int> Count(long serial)
    {
        var (count, rows) = await app.Use<RequestsDb, (int, int)>(async db =>
        {
            var request = await db.Requests.AsNoTracking().SingleAsync(r => r.Serial == serial, Ct);
            return (request.Supporters, await db.Supports.CountAsync(s => s.RequestId == request.Id, Ct));
        });
        Assert.Equal(rows, count);
        return count;
    }

    private string LastTo(string number)
    {
        Assert.True(Phone.TryParse(number, out var phone));
        return app.Services.GetRequiredService<DevelopmentMessageSender>().LastTo(phone) ?? "";
    }

    private static JsonElement Json(Page page) => JsonDocument.Parse(page.Text).RootElement;
}
