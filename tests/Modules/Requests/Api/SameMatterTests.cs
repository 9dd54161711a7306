using System.Net;
using System.Text.Json;
using Suiying.Contracts.People;
using Suiying.Contracts.Requests;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>同一事项与拆分 (domain A.7): people and requests are counted apart, nobody is hidden, and each keeps its clock.</summary>
public sealed class SameMatterTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private readonly Town town = new(app);

    [Fact]
    public async Task Requests_of_one_matter_count_people_and_requests_apart_and_each_keeps_its_clock()
    {
        var first = await town.Register();
        var second = await town.Register();
        var third = await Neighbour("13700000021");
        await town.Must(first.Number, RequestAction.Dispatch);
        var before = await town.Stored(first.Number);
        await Join(second.Number, first.Number);
        await Join(third.Number, second.Number);

        var count = (await Read("dispatcher", third.Number)).GetProperty("count");
        Assert.Equal((3, 2, 0), (Of(count, "requests"), Of(count, "people"), Of(count, "meToo")));
        var after = await town.Stored(first.Number);
        Assert.Equal((before.State, before.DueAt, before.ReplyDueAt), (after.State, after.DueAt, after.ReplyDueAt));
        Assert.Null((await town.Stored(second.Number)).DueAt);
        await town.Refused("already_together", "agent", first.Number, RequestAction.JoinMatter, ("with", third.Number));
        Assert.Null(Chain.Fault(await town.History(first.Number), await town.Notes()));
        Assert.Null(Chain.Fault(await town.History(second.Number), await town.Notes()));
    }

    [Fact]
    public async Task Whoever_said_me_too_and_asked_themselves_counts_once()
    {
        var first = await town.Register();
        var second = await Neighbour("13700000022");
        await Join(second.Number, first.Number);
        var serial = (await town.Stored(first.Number)).Serial;
        using var visitor = app.Visitor();
        await (await visitor.Get($"/public/{serial}")).Submit("form[action^='/public/']", ("act", "support"));
        using var neighbour = app.Visitor();
        await neighbour.SignInByPhone("13700000022");
        await (await neighbour.Get($"/public/{serial}")).Submit("form[action^='/public/']", ("act", "support"));

        var count = (await Read("agent", first.Number)).GetProperty("count");
        Assert.Equal((2, 2, 1), (Of(count, "requests"), Of(count, "people"), Of(count, "meToo")));
        var page = await visitor.Get($"/public/{serial}");
        Assert.Contains("同一件事：2 件诉求，2 位诉求人，另有 1 人也遇到", page.Says(), StringComparison.Ordinal);
        Assert.Contains("2 件诉求、2 位诉求人", (await Followed(first)).Says(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_are_dispatched_and_answered_together_and_each_of_its_people_sees_how_it_goes_on()
    {
        var first = await town.Register();
        var second = await Neighbour("13700000023", "我是西门的，电话13700000023，楼下的灯也不亮。");
        await Join(second.Number, first.Number);
        string[] both = [first.Number, second.Number];

        var dispatched = await Post("dispatcher", first.Number, "dispatches", new { numbers = both, unit = "EAST-1" });
        Assert.All(dispatched.EnumerateArray(), line => Assert.True(line.GetProperty("done").GetBoolean()));
        await town.Must(first.Number, RequestAction.Sign);
        await town.Must(first.Number, RequestAction.RecordContact);
        var replied = await Post(
            "east1",
            second.Number,
            "replies",
            new
            {
                numbers = both,
                reply = "整条街的线路已换新，七盏灯全部亮了。",
                toldPerson = true,
            }
        );
        Assert.Equal(
            [(first.Number, null), (second.Number, "wrong_state")],
            replied.EnumerateArray().Select(l => (l.GetProperty("number").GetString()!, l.GetProperty("code").GetString()))
        );
        Assert.Equal(
            (RequestState.Replied, RequestState.Dispatched),
            ((await town.Stored(first.Number)).State, (await town.Stored(second.Number)).State)
        );

        var page = (await Followed(second)).Says();
        Assert.Contains("2件派给", page, StringComparison.Ordinal);
        Assert.Contains("答复1件", page, StringComparison.Ordinal);
        // How it goes on, and none of the other's words.
        Assert.DoesNotContain("七盏灯", page, StringComparison.Ordinal);
        Assert.DoesNotContain(first.Number, page, StringComparison.Ordinal);
        Assert.DoesNotContain("西门", (await Followed(first)).Says(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_that_nobody_has_classified_are_classified_with_the_dispatch()
    {
        var first = await town.Register(app.Given.Intake() with { Category = null });
        var second = await town.Register();
        await Join(second.Number, first.Number);
        string[] both = [first.Number, second.Number];
        var bad = await (await town.At("dispatcher")).PostJson(
            $"/api/requests/{first.Number}/matter/dispatches",
            new
            {
                numbers = both,
                unit = "EAST-1",
                category = "99",
            }
        );
        Assert.Equal(HttpStatusCode.BadRequest, bad.Status);
        Assert.Contains("\"category\"", bad.Text, StringComparison.Ordinal);
        await Post(
            "dispatcher",
            first.Number,
            "dispatches",
            new
            {
                numbers = both,
                unit = "EAST-1",
                category = TinyCity.Manhole,
            }
        );
        Assert.Equal(
            (TinyCity.Manhole, RequestState.Dispatched),
            ((await town.Stored(first.Number)).Category, (await town.Stored(first.Number)).State)
        );
        Assert.Equal(TinyCity.Lamp, (await town.Stored(second.Number)).Category);
    }

    [Fact]
    public async Task A_unit_sees_its_own_of_a_matter_and_how_many_the_others_are()
    {
        var first = await town.Register();
        var second = await town.Register();
        await Join(second.Number, first.Number);
        await town.Must(first.Number, RequestAction.Dispatch, "EAST-1");
        await town.Must(second.Number, RequestAction.Dispatch, "WATER");
        var seen = await Read("east1", first.Number);
        Assert.Equal([first.Number], seen.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("number").GetString()!));
        Assert.Equal((1, 2), (Of(seen, "unseen"), Of(seen.GetProperty("count"), "requests")));
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.At("east1")).Get($"/api/requests/{second.Number}/matter")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.At("east2")).Get($"/desk/matter/{first.Number}/x")).Status);
        Assert.Contains(first.Number, (await (await town.At("east1")).Get("/api/requests/matters")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(first.Number, (await (await town.At("east2")).Get("/api/requests/matters")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("resident", HttpStatusCode.Forbidden)]
    [InlineData("stranger", HttpStatusCode.Forbidden)]
    [InlineData("leader", HttpStatusCode.Forbidden)]
    [InlineData("sysadmin", HttpStatusCode.Forbidden)]
    [InlineData("visitor", HttpStatusCode.Unauthorized)]
    public async Task Nobody_else_works_on_a_matter(string login, HttpStatusCode expected)
    {
        var first = await town.Register();
        var second = await town.Register();
        await Join(second.Number, first.Number);
        var browser = await town.At(login);
        foreach (
            var (path, body) in new (string, object)[]
            {
                ("dispatches", new { numbers = new[] { first.Number }, unit = "EAST-1" }),
                (
                    "replies",
                    new
                    {
                        numbers = new[] { first.Number },
                        reply = "已修好路灯。",
                        toldPerson = true,
                    }
                ),
            }
        )
            Assert.Equal(expected, (await browser.PostJson($"/api/requests/{first.Number}/matter/{path}", body)).Status);
        Assert.Equal(RequestState.Registered, (await town.Stored(first.Number)).State);
    }

    [Fact]
    public async Task Who_may_not_see_a_request_cannot_ask_what_else_belongs_to_its_matter()
    {
        var first = await town.Register();
        var second = await town.Register();
        await Join(second.Number, first.Number);
        var answer = await (await town.At("east2")).PostJson(
            $"/api/requests/{first.Number}/matter/replies",
            new
            {
                numbers = new[] { second.Number },
                reply = "整条街的线路已换新。",
                toldPerson = true,
            }
        );
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
    }

    [Fact]
    public async Task What_the_accused_must_not_know_of_stands_alone()
    {
        var open = await town.Register();
        var closed = await town.Register(app.Given.Intake() with { Type = RequestType.Report, AccusedUnit = "EAST-1" });
        await town.Refused("matter_of_shielded", "agent", closed.Number, RequestAction.JoinMatter, ("with", open.Number));
        await town.Invalid("with", "agent", open.Number, RequestAction.JoinMatter, ("with", closed.Number));
        var other = await town.Register();
        await Join(other.Number, open.Number);
        await town.Done("agent", other.Number, RequestAction.Reclassify, ("to", new { aboutConduct = true }));
        Assert.Null((await town.Stored(other.Number)).MatterId);
    }

    [Fact]
    public async Task A_wrong_number_is_said_at_its_field_and_what_left_can_come_back()
    {
        var first = await town.Register();
        var second = await town.Register();
        await town.Invalid("with", "agent", first.Number, RequestAction.JoinMatter, ("with", "123"));
        await town.Invalid("with", "agent", first.Number, RequestAction.JoinMatter, ("with", first.Number));
        await Join(first.Number, second.Number);
        await town.Invalid("reason", "agent", first.Number, RequestAction.LeaveMatter, ("reason", " "));
        await town.Done("agent", first.Number, RequestAction.LeaveMatter);
        Assert.Contains(
            "not_in_matter",
            (await (await town.At("agent")).Get($"/api/requests/{first.Number}/matter")).Text,
            StringComparison.Ordinal
        );
        await Join(first.Number, second.Number);
        var third = await town.Register();
        var fourth = await town.Register();
        await Join(third.Number, fourth.Number);
        await town.Refused("in_another_matter", "agent", third.Number, RequestAction.JoinMatter, ("with", second.Number));
    }

    [Fact]
    public async Task A_further_matter_has_its_own_unit_and_clock_and_the_persons_total_clock_goes_on()
    {
        var parent = await town.Register();
        app.Clock.Advance(TimeSpan.FromHours(5));
        var answer = await town.Send(
            "agent",
            parent.Number,
            RequestAction.Split,
            (
                "part",
                new
                {
                    text = "另外自来水也停了两天。",
                    category = TinyCity.Manhole,
                    grade = 2,
                }
            )
        );
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var number = answer.Json<SplitRequest.Result>().Child;
        await town.Must(parent.Number, RequestAction.Dispatch, "EAST-1");
        await town.Must(number, RequestAction.Dispatch, "WATER");

        var (first, child) = (await town.Stored(parent.Number), await town.Stored(number));
        Assert.Equal((first.RegisteredAt, first.PersonId, first.Number), (child.RegisteredAt, child.PersonId, child.SplitFrom));
        Assert.Equal(("EAST-1", "WATER"), (first.Unit, child.Unit));
        Assert.NotEqual(first.ReplyDueAt, child.ReplyDueAt);
        Assert.Null(Chain.Fault(await town.History(number), await town.Notes()));

        // The code that the person holds opens both, and nobody else's does.
        var page = await Followed(parent with { Number = number });
        Assert.Contains("自来水也停了两天", page.Says(), StringComparison.Ordinal);
        Assert.Contains(number, (await Followed(parent)).Says(), StringComparison.Ordinal);
        var stranger = await town.Register();
        Assert.Equal(HttpStatusCode.Forbidden, (await Followed(stranger with { Number = number })).Status);
    }

    [Fact]
    public async Task A_retried_split_makes_one_request_and_the_bad_field_is_named()
    {
        var number = (await town.Register()).Number;
        await town.Invalid("text", "agent", number, RequestAction.Split, ("part", new { text = "井盖" }));
        await town.Invalid(
            "category",
            "agent",
            number,
            RequestAction.Split,
            ("part", new { text = "井盖松了，车过有响声。", category = "99" })
        );
        await town.Invalid("photos", "agent", number, RequestAction.Split, ("photos", new[] { "nobodys.jpg" }));
        Assert.Equal(0, (await town.Stored(number)).Splits);
        var key = Guid.CreateVersion7(app.Now);
        var one = await town.Send("agent", number, RequestAction.Split, ("key", key));
        var two = await town.Send("agent", number, RequestAction.Split, ("key", key));
        Assert.Equal(one.Json<SplitRequest.Result>().Child, two.Json<SplitRequest.Result>().Child);
        Assert.Equal(1, (await town.Stored(number)).Splits);
        for (var i = 1; i < ServiceRequest.MostSplits; i++)
            await town.Done("agent", number, RequestAction.Split);
        await town.Refused("splits_exhausted", "agent", number, RequestAction.Split);
    }

    [Fact]
    public async Task What_was_split_off_a_sealed_matter_is_sealed_against_the_same()
    {
        var number = (await town.Register(app.Given.Intake() with { Type = RequestType.Report, AccusedUnit = "EAST-1" })).Number;
        var child = (
            await town.Send(
                "agent",
                number,
                RequestAction.Split,
                (
                    "part",
                    new
                    {
                        text = "他们还不让大家看账。",
                        type = "Complaint",
                        category = TinyCity.Manhole,
                    }
                )
            )
        ).Json<SplitRequest.Result>().Child;
        var stored = await town.Stored(child);
        Assert.Equal((Confidentiality.Sealed, "EAST-1", true), (stored.Confidentiality, stored.AccusedUnit, stored.AccusedExamined));
        await town.Refused("unit_is_accused", "agent", child, RequestAction.Dispatch, ("unit", "EAST-1"));
    }

    private async Task Join(string number, string with) => await town.Done("agent", number, RequestAction.JoinMatter, ("with", with));

    private async Task<JsonElement> Read(string login, string number)
    {
        var answer = await (await town.At(login)).Get($"/api/requests/{number}/matter");
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        return JsonDocument.Parse(answer.Text).RootElement;
    }

    private async Task<JsonElement> Post(string login, string number, string path, object body)
    {
        var answer = await (await town.At(login)).PostJson($"/api/requests/{number}/matter/{path}", body);
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        return JsonDocument.Parse(answer.Text).RootElement;
    }

    private static int Of(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private async Task<Page> Followed(SubmitRequest.Registered registered) =>
        await app.Visitor().Get($"/track?number={registered.Number}&code={registered.QueryCode}");

    private async Task<SubmitRequest.Registered> Neighbour(string phone, string? text = null)
    {
        var usual = app.Given.Intake();
        var command = new SubmitRequest.Command
        {
            Id = RequestId.New(app.Now),
            Intake = usual with { Text = text ?? usual.Text },
            Person = new Identity { Name = "演示邻居", Phone = phone },
        };
        return (await app.Use<SubmitRequest, Outcome<SubmitRequest.Registered>>(u => u.Run(command, Actor.Visitor, default))).Value;
    }
}
