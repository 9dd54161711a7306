using System.Text.Json;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>只用文字联系: said once, shown at desks, and nobody rings.</summary>
public sealed class TextOnlyTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private readonly Town town = new(app);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Said_once_on_the_account_it_holds_for_what_is_open_and_what_follows_and_is_taken_back()
    {
        const string phone = "13700000201";
        var open = await app.Given.Request(phone: phone);
        using var browser = app.Visitor();
        await browser.SignInByPhone(phone);
        var page = await (await browser.Get("/my/requests")).Submit("form:has([value='text-only'])");
        Assert.Contains("您选了只用文字联系", page.Says(), StringComparison.Ordinal);
        Assert.True((await town.Stored(open.Number)).TextOnly);
        Assert.True((await town.Stored((await app.Given.Request(phone: phone)).Number)).TextOnly);
        var copy = JsonDocument.Parse((await browser.Get("/my/requests.json")).Text).RootElement;
        Assert.True(copy.GetProperty("textOnly").GetBoolean());
        Assert.False((await town.Stored((await app.Given.Request(phone: "13700000202")).Number)).TextOnly);

        await page.Submit("form:has([value='text-only'])");
        Assert.False((await town.Stored(open.Number)).TextOnly);
        Assert.False((await town.Stored((await app.Given.Request(phone: phone)).Number)).TextOnly);
    }

    [Fact]
    public async Task Ticked_at_the_form_it_holds_for_that_request_alone()
    {
        const string phone = "13700000203";
        var request = await app.Given.Request(app.Given.Intake() with { TextOnly = true }, phone);
        Assert.True((await town.Stored(request.Number)).TextOnly);
        Assert.False((await town.Stored((await app.Given.Request(phone: phone)).Number)).TextOnly);
    }

    [Fact]
    public async Task A_unit_contacts_in_writing_and_the_callback_is_the_link()
    {
        var intake = app.Given.Intake() with { TextOnly = true };
        var signed = await app.Given.SignedRequest(intake: intake);
        await town.Refused("contact_in_writing", "east1", signed, RequestAction.RecordContact, ("way", "Phone"), ("result", "打过电话"));
        await town.Done("east1", signed, RequestAction.RecordContact, ("way", "Message"), ("result", "发短信问了位置"));

        var number = await app.Given.ReviewedRequest();
        var said = new RecordTextOnly.Command { Target = new Target(number), On = true };
        Assert.Null(Refused(await Record(said, await Actors("callback", number))));
        await town.Refused("calls_do_not_reach", "callback", number, RequestAction.MissCallback);
        await town.Refused("written_answer_awaited", "callback", number, RequestAction.Close);
        Assert.NotNull((await town.Stored(number)).RateToken);
        app.Clock.Advance(ServiceRequest.RateWithin + TimeSpan.FromHours(1));
        await town.Done("callback", number, RequestAction.Close);
        Assert.Equal(RequestState.Closed, (await town.Stored(number)).State);
        await Forget(number);
    }

    [Fact]
    public async Task Who_works_on_it_records_it_and_nobody_else_can()
    {
        var number = await app.Given.SignedRequest();
        var command = new RecordTextOnly.Command { Target = new Target(number), On = true };
        foreach (var login in new[] { "leader", "sysadmin" })
            Assert.IsType<NotAllowed>(Refused(await Record(command, await Actors(login, number))));
        foreach (var login in new[] { "water", "visitor" })
            Assert.IsType<NotFound>(Refused(await Record(command, await Actors(login, number))));
        Assert.Null(Refused(await Record(command, await Actors("east1", number))));
        Assert.True((await town.Stored(number)).TextOnly);
        Assert.Null(Refused(await Record(command with { On = false }, await Actors("agent", number))));
        Assert.False((await town.Stored(number)).TextOnly);
        var nobody = await app.Use<ChooseTextOnly, Outcome<Done>>(c => c.Run(new ChooseTextOnly.Command { On = true }, Actor.Visitor, Ct));
        Assert.IsType<NotAllowed>(Refused(nobody));
        Assert.IsType<NotAllowed>(Refused(await app.Use<ChooseTextOnly, Outcome<bool>>(c => c.Look(Actor.Visitor, Ct))));
    }

    [Fact]
    public async Task It_stands_in_the_history_of_the_request_and_of_what_else_is_open_without_saying_which_desk_learned_of_it()
    {
        const string phone = "13700000204";
        var here = (await app.Given.Request(phone: phone)).Number;
        await app.Given.Dispatch(here, "EAST-1");
        await town.Done("east1", here, RequestAction.Sign);
        var elsewhere = (await app.Given.Request(phone: phone)).Number;
        Assert.Null(
            Refused(await Record(new RecordTextOnly.Command { Target = new Target(here), On = true }, await Actors("east1", here)))
        );
        var own = (await town.History(here))[^1];
        Assert.Equal((RequestAction.MarkTextOnly, Role.UnitHandler, "only=yes"), (own.Action, own.Capacity, own.Facts));
        var carried = (await town.History(elsewhere))[^1];
        Assert.Equal((RequestAction.CarryTextOnly, Role.System, "only=yes"), (carried.Action, carried.Capacity, carried.Facts));
        Assert.Null(carried.ActorUnit);
        Assert.True((await town.Stored(elsewhere)).TextOnly);
        var desk = await (await town.At("agent")).Get($"/desk/all/{here}");
        Assert.Contains("只用文字", desk.Text, StringComparison.Ordinal);

        using var browser = app.Visitor();
        await browser.SignInByPhone(phone);
        Assert.Contains("只用文字联系您，不打电话", (await browser.Get($"/my/requests/{here}")).Says(), StringComparison.Ordinal);
        await (await browser.Get("/my/requests")).Submit("form:has([value='text-only'])");
        foreach (var number in new[] { here, elsewhere })
        {
            var last = (await town.History(number))[^1];
            Assert.Equal((RequestAction.MarkTextOnly, Role.Resident, "only=no"), (last.Action, last.Capacity, last.Facts));
        }
        Assert.False((await town.Stored((await app.Given.Request(phone: phone)).Number)).TextOnly);
    }

    [Fact]
    public void Nobody_is_reached_where_no_person_is_known()
    {
        var matter = new Matter(intake: Matter.Lamp with { PersonId = null });
        var refusal = matter.Request.MarkTextOnly(on: true, matter.Step(RequestAction.MarkTextOnly, Who.Of(Role.Agent, null, null)));
        Assert.IsType<NobodyToReach>(refusal);
        Assert.False(matter.Request.TextOnly);
        Assert.Single(matter.History);
    }

    [Fact]
    public async Task Help_says_how_to_reach_it_in_writing_and_the_form_asks_once()
    {
        using var browser = app.Visitor();
        Assert.Contains("用文字反映", (await browser.Get("/help")).Says(), StringComparison.Ordinal);
    }

    private async Task<Actor> Actors(string login, string number) =>
        login switch
        {
            "visitor" => Actor.Visitor,
            "resident" => Actor.Resident((await town.Stored(number)).PersonId!.Value),
            _ => await app.Given.Staff(login),
        };

    private Task<Outcome<Receipt>> Record(RecordTextOnly.Command command, Actor by) =>
        app.Use<RecordTextOnly, Outcome<Receipt>>(record => record.Run(command, by, Ct));

    /// <summary>Other tests ring the same person.</summary>
    private async Task Forget(string number)
    {
        var person = (await town.Stored(number)).PersonId!.Value;
        await app.Use<ChooseTextOnly, Outcome<Done>>(c => c.Run(new ChooseTextOnly.Command { On = false }, Actor.Resident(person), Ct));
    }

    private static Refusal? Refused<T>(Outcome<T> outcome)
        where T : notnull => outcome.Ok(out _, out var refusal) ? null : refusal;
}
