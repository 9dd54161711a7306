using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Contracts.Requests;
using Suiying.Kernel.Data;
using Suiying.People.Features;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>关注附近: what is new around a place, for one person alone.</summary>
public sealed class FollowTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private const string Address = "/my/nearby";
    private const string Form = "form:has([name='place'])";
    private const string Item = "section:has(h2[id]) form";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_without_script_follows_a_place_sees_what_is_new_and_says_that_they_have_seen_it()
    {
        using var browser = await Resident("13700000101");
        var first = await browser.Get(Address);
        Assert.Contains("还没有关注的地方", first.Says(), StringComparison.Ordinal);
        var found = await first.Submit(Form, ("place", "杨柳"), ("step", "find-place"));
        var page = await found.Submit(Form, ("area", "990102001001"), ("name", "父母家"), ("step", "follow"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("没有新的", Section(page, "父母家"), StringComparison.Ordinal);

        var near = await app.Given.Request(Intake("990102001001"));
        await app.Given.Request(Intake("990103100201"));
        await app.Given.Request(Intake("990102001001") with { WantsSecrecy = true });
        await app.Given.Request(Intake("990102001001") with { Type = RequestType.Report });
        page = await browser.Get(Address);
        Assert.Contains("新的诉求：1 件", Section(page, "父母家"), StringComparison.Ordinal);
        Assert.Contains("新的 1 件", (await browser.Get("/my/requests")).Says(), StringComparison.Ordinal);

        // What comes after the page was made is still new after “都看过了”.
        await app.Given.Request(Intake("990102001001"));
        page = await page.Submit("form:has([name='seen'])");
        Assert.Contains("新的诉求：1 件", Section(page, "父母家"), StringComparison.Ordinal);
        page = await page.Submit("form:has([name='seen'])");
        Assert.Contains("没有新的", Section(page, "父母家"), StringComparison.Ordinal);
        Assert.Contains("关注附近", (await browser.Get("/my/requests")).Says(), StringComparison.Ordinal);

        // An earlier one gets its result.
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await End(near.Number);
        Assert.Contains("有了结果：1 件", Section(await browser.Get(Address), "父母家"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_is_renamed_stopped_in_one_press_and_had_back()
    {
        using var browser = await Resident("13700000102");
        await Follow(browser, "990102002001", "家");
        var page = await browser.Get(Address);
        var id = page.Find(Item + " input[name^='name']").GetAttribute("name")!["name".Length..];
        var refused = await page.Submit(Item, ("metres" + id, "3"), ("act", "save"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("周围多远", refused.Says(), StringComparison.Ordinal);
        page = await page.Submit(Item, ("name" + id, "学校"), ("metres" + id, "5000"), ("category" + id, "01"), ("act", "save"));
        Assert.Contains("周围 5 公里", Section(page, "学校"), StringComparison.Ordinal);
        page = await page.Submit(Item, ("act", "stop"));
        Assert.Contains("已停止关注“学校”", page.Says(), StringComparison.Ordinal);
        Assert.Empty(page.All(Item));
        page = await page.Submit("main .notice form");
        Assert.NotEmpty(Section(page, "学校"));

        // Not undone for a day, it is gone.
        await page.Submit(Item, ("act", "stop"));
        app.Clock.Advance(FollowedPlace.UndoFor + TimeSpan.FromMinutes(1));
        await app.Use<ClearDrafts, Outcome<ClearDrafts.Result>>(clear => clear.Run(new ClearDrafts.Command(), Actor.System, Ct));
        Assert.Empty(await Rows("13700000102"));
    }

    [Fact]
    public async Task Five_are_the_most_and_what_is_missing_is_said_at_its_field()
    {
        using var browser = await Resident("13700000103");
        var empty = await (await browser.Get(Address)).Submit(Form, ("step", "follow"));
        Assert.Equal(HttpStatusCode.BadRequest, empty.Status);
        Assert.Contains("请查找地名", empty.Says(".error"), StringComparison.Ordinal);
        var form = await browser.Get(Address);
        for (var i = 0; i < FollowedPlace.Most; i++)
            await Follow(browser, "990102001001", $"第{i}处");
        Assert.Empty((await browser.Get(Address)).All("[name='place']"));
        // From a page as it was before: the form is not there any more, so nothing is added.
        await form.Submit(Form, ("area", "990102001001"), ("step", "follow"));
        var person = await Person("13700000103");
        var more = await app.Use<FollowPlace, Outcome<Done>>(follow => follow.Run(Command("990102001001"), Actor.Resident(person), Ct));
        Assert.False(more.Ok(out _, out var refusal));
        Assert.IsType<TooManyFollowed>(refusal);
        Assert.Equal(FollowedPlace.Most, (await Rows("13700000103")).Count);
    }

    [Fact]
    public async Task Nobody_else_reads_or_changes_it_and_the_row_does_not_say_where()
    {
        using var browser = await Resident("13700000104");
        await Follow(browser, "990102001001", "秘密的地方");
        var row = Assert.Single(await Rows("13700000104"));
        Assert.DoesNotContain("990102001001", row.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("秘密", row.Content, StringComparison.Ordinal);
        using var other = await Resident("13700000105");
        Assert.DoesNotContain("秘密的地方", (await other.Get(Address)).Says(), StringComparison.Ordinal);
        using var visitor = app.Visitor();
        Assert.Equal("/my", (await visitor.Get(Address)).Address.AbsolutePath);

        var stranger = Actor.Resident(await Person("13700000105"));
        Assert.IsType<NotFound>(
            Refused(await app.Use<StopFollowing, Outcome<Done>>(s => s.Run(new StopFollowing.Command { Id = row.Id }, stranger, Ct)))
        );
        Assert.IsType<NotFound>(
            Refused(await app.Use<ResumeFollowing, Outcome<Done>>(s => s.Run(new ResumeFollowing.Command { Id = row.Id }, stranger, Ct)))
        );
        var change = new ChangeFollowed.Command
        {
            Id = row.Id,
            Wish = new FollowWish { Metres = 1000 },
        };
        Assert.IsType<NotFound>(Refused(await app.Use<ChangeFollowed, Outcome<Done>>(c => c.Run(change, stranger, Ct))));
        foreach (var nobody in new[] { Actor.Visitor, Actor.System })
        {
            Assert.IsType<NotAllowed>(Refused(await app.Use<FollowPlace, Outcome<Done>>(f => f.Run(Command("990102001001"), nobody, Ct))));
            Assert.IsType<NotAllowed>(Refused(await app.Use<ChangeFollowed, Outcome<Done>>(c => c.Run(change, nobody, Ct))));
            Assert.IsType<NotAllowed>(
                Refused(await app.Use<StopFollowing, Outcome<Done>>(s => s.Run(new StopFollowing.Command { Id = row.Id }, nobody, Ct)))
            );
            Assert.IsType<NotAllowed>(
                Refused(await app.Use<ResumeFollowing, Outcome<Done>>(s => s.Run(new ResumeFollowing.Command { Id = row.Id }, nobody, Ct)))
            );
            Assert.IsType<NotAllowed>(
                Refused(
                    await app.Use<MarkFollowed, Outcome<Done>>(m =>
                        m.Run(new MarkFollowed.Command { Serial = 1, At = app.Now }, nobody, Ct)
                    )
                )
            );
            Assert.IsType<NotAllowed>(Refused(await app.Use<ListFollowed, Outcome<ListFollowed.View>>(l => l.Run(nobody, Ct))));
        }
    }

    [Fact]
    public async Task It_is_in_the_copy_of_ones_data_and_goes_with_the_identity()
    {
        using var browser = await Resident("13700000106");
        await Follow(browser, "990102002001", "外婆家");
        var copy = JsonDocument.Parse((await browser.Get("/my/requests.json")).Text).RootElement;
        var place = Assert.Single(copy.GetProperty("followed").EnumerateArray().ToList());
        Assert.Equal("外婆家", place.GetProperty("name").GetString());
        var person = await Person("13700000106");
        await app.Use<EraseIdentity, Outcome<Done>>(erase => erase.Run(Actor.Resident(person), Ct));
        await app.Drain();
        Assert.Empty(await app.Use<RequestsDb, List<FollowedPlace>>(db => db.Followed.Where(f => f.PersonId == person).ToListAsync(Ct)));
    }

    [Fact]
    public async Task What_is_new_is_found_by_index_and_no_table_is_walked()
    {
        var place = new FollowedPlace(Guid.CreateVersion7(app.Now), 5, app.Now);
        var content = new FollowedContent
        {
            Name = "家",
            Area = "990102001001",
            Longitude = 115.522,
            Latitude = 38.916,
            Metres = 5000,
        };
        var plans = await app.Use<IServiceProvider, string?>(async services =>
        {
            var (db, list) = (services.GetRequiredService<RequestsDb>(), services.GetRequiredService<ListFollowed>());
            if (db.Kind != DatabaseKind.Sqlite)
                return null;
            var all = "";
            foreach (
                var query in new[]
                {
                    list.Fresh(place, content).OrderByDescending(r => r.Serial).Take(ListFollowed.MostNew),
                    list.Ended(place, content).OrderByDescending(r => r.EndedAt).Take(ListFollowed.MostNew),
                }
            )
                all += await Plan(db, query);
            return all;
        });
        if (plans is null)
            return;
        Assert.Contains("Area_Serial", plans, StringComparison.Ordinal);
        Assert.Contains("Area_EndedAt", plans, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN r\n", plans, StringComparison.Ordinal);
    }

    private static async Task<string> Plan(RequestsDb db, IQueryable<ServiceRequest> query)
    {
        await using var command = query.CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        await db.Database.OpenConnectionAsync(Ct);
        await using var rows = await command.ExecuteReaderAsync(Ct);
        var plan = "";
        while (await rows.ReadAsync(Ct))
            plan += rows.GetString(3) + "\n";
        await db.Database.CloseConnectionAsync();
        return plan;
    }

    private static Refusal? Refused<T>(Outcome<T> outcome)
        where T : notnull => outcome.Ok(out _, out var refusal) ? null : refusal;

    private static FollowPlace.Command Command(string area) =>
        new()
        {
            Area = area,
            Wish = new FollowWish { Metres = 1000 },
        };

    private static string Section(Page page, string name) =>
        page.All("section").Single(s => s.QuerySelector("h2[id]")?.TextContent == name).TextContent;

    private Intake Intake(string area) =>
        app.Given.Intake() with
        {
            Where = new PlaceOfMatter { Area = area, Confirmed = true },
        };

    private static async Task Follow(Browser browser, string area, string name)
    {
        var form = await (await browser.Get($"{Address}?area={area}")).Submit(Form, ("area", area), ("name", name), ("step", "follow"));
        Assert.Equal(HttpStatusCode.OK, form.Status);
    }

    private async Task<Browser> Resident(string phone)
    {
        var browser = app.Visitor();
        await browser.SignInByPhone(phone);
        return browser;
    }

    private Task End(string number) =>
        app.Use<RequestsDb, int>(db =>
            db.Requests.Where(r => r.Number == number).ExecuteUpdateAsync(set => set.SetProperty(r => r.EndedAt, app.Now), Ct)
        );

    private Task<Guid> Person(string phone) =>
        app.Use<Contracts.People.ISealedIdentities, Guid>(async people => (await people.FindByPhone(phone, Ct))!.Value.Value);

    private async Task<List<FollowedPlace>> Rows(string phone)
    {
        var person = await Person(phone);
        return await app.Use<RequestsDb, List<FollowedPlace>>(db => db.Followed.Where(f => f.PersonId == person).ToListAsync(Ct));
    }
}
