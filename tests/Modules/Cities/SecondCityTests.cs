using System.Net;
using Suiying.Contracts.Registry;
using Suiying.Engines.Clock;
using Suiying.Requests.Model;
using Suiying.Tests.Requests;

namespace Suiying.Tests.Cities;

/// <summary>The first journey, whole and over HTTP, in a city of another country: what passes here is in no code.</summary>
public sealed class SecondCityTests(HarbourApp app) : IClassFixture<HarbourApp>
{
    private const string Text = "The street light in front of our house has been out for a week and nobody can see the steps.";
    private const string Lamp = "010205";

    [Fact]
    public async Task A_matter_goes_from_the_residents_form_to_the_public_list()
    {
        using var resident = app.Visitor();
        var place = await resident.Describe(Text);
        var contact = await place.Submit(
            "form[action='/submit/place']",
            ("area", HarbourApp.Block),
            ("detail", "At the corner"),
            ("step", "next")
        );
        var check = await contact.Submit("form[action='/submit/contact']", ("contact", "Phone"), ("phone", "(617) 555-0100"));
        var receipt = await check.Press();
        Assert.Equal("/submit/done", receipt.Address.AbsolutePath);
        var (number, code) = (ResidentWalk.Number(receipt), ResidentWalk.Code(receipt));
        Assert.StartsWith("841701", number);

        var to = new Dictionary<string, object> { ["category"] = Lamp };
        await Must("agent", number, RequestAction.Reclassify, ("to", to));
        var unit = Proposed(Lamp, HarbourApp.Block);
        Assert.Equal("E-power", unit);
        await Must("dispatcher", number, RequestAction.Dispatch, ("unit", unit));
        await Must("power1", number, RequestAction.Sign);
        await Must("power1", number, RequestAction.RecordContact, ("result", "Called; the crew comes tomorrow."));
        await Must("power1", number, RequestAction.Reply, ("reply", "The lamp was replaced and lights again."));
        await Must("reviewer", number, RequestAction.AcceptReply);
        await Must("callback", number, RequestAction.RecordCallback);
        await Must("reviewer", number, RequestAction.ApprovePublicText, ("text", "Street light replaced."));

        using var other = app.Visitor();
        Assert.Equal(HttpStatusCode.OK, (await other.Track(number, code)).Status);
        var list = await other.Get("/public");
        Assert.Contains("Street light replaced.", list.Text, StringComparison.Ordinal);
        Assert.Contains("Lantern Hill", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("555", list.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Text, list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_city_is_told_in_its_own_language_and_zone()
    {
        var city = app.City;
        Assert.Equal(("Harbour", "en", "America/New_York"), (city.City.Name, city.City.Culture, city.City.TimeZone));
        // Daylight saving time begins on 8 March 2026 at two in the morning.
        Assert.Equal(TimeSpan.FromHours(-5), city.Local(new DateTimeOffset(2026, 3, 8, 6, 59, 0, TimeSpan.Zero)).Offset);
        Assert.Equal(TimeSpan.FromHours(-4), city.Local(new DateTimeOffset(2026, 3, 8, 7, 0, 0, TimeSpan.Zero)).Offset);
    }

    [Theory]
    [InlineData("2026-07-03", false)]
    [InlineData("2026-11-26", false)]
    [InlineData("2026-11-27", true)]
    [InlineData("2026-11-28", false)]
    [InlineData("2026-10-01", true)]
    [InlineData("2026-02-17", true)]
    public void Its_own_holidays_hold_and_no_others(string day, bool work) =>
        Assert.Equal(work, app.City.Calendar.IsWorkDay(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Every_kind_of_matter_finds_a_unit_in_every_block()
    {
        var blocks = app.City.Areas.All.Where(a => a is { Level: AreaLevel.Village, Served: true }).ToList();
        Assert.Equal(144, blocks.Count);
        Assert.Empty(
            app.City.Categories.All.Where(c => blocks.Any(b => app.City.Duties.Propose(app.City, c.Code, b.Code).Count == 0))
                .Select(c => c.Name)
        );
    }

    [Fact]
    public void A_deadline_skips_its_holidays()
    {
        // Wednesday before Thanksgiving, 10:00: three working days of missed trash end on Tuesday.
        var rule = DeadlineRules.Resolve(
            app.City.Deadlines,
            app.City.Calendar,
            DeadlineKind.Reply,
            ["020102", "0201", "02"],
            3,
            new DateTimeOffset(2026, 11, 25, 10, 0, 0, TimeSpan.FromHours(-5))
        );
        Assert.Equal(new DateOnly(2026, 12, 1), app.City.Calendar.DateOf(rule.DueAt));
    }

    private string Proposed(string category, string area) => app.City.Duties.Propose(app.City, category, area)[0].Unit.Code;

    private async Task Must(string login, string number, RequestAction action, params (string, object?)[] more)
    {
        using var browser = await app.SignIn(login);
        var answer = await Endpoints.Of(action).Send(browser, number, more);
        Assert.True(answer.IsSuccess, $"{action}: {(int)answer.Status} {answer.Text}");
    }
}
