using System.Net;
using System.Text;
using System.Text.Json;
using Suiying.Requests.Model;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>Whatever is sent to whichever endpoint, the answer is a 4xx that says what is wrong, and nothing is stored.</summary>
public sealed class BadInputTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private readonly Town town = new(app);

    /// <summary>An action and the state in which it would be done if its body were in order.</summary>
    public static TheoryData<RequestAction> Actions => [.. Endpoints.Actions.Select(a => a.Action)];

    public static TheoryData<RequestAction> WithMembers => [.. Endpoints.Actions.Where(a => a.Required.Count > 0).Select(a => a.Action)];

    [Theory, MemberData(nameof(WithMembers))]
    public async Task A_member_that_is_missing_is_named(RequestAction action)
    {
        var endpoint = Endpoints.Of(action);
        foreach (var missing in endpoint.Required)
        {
            var body = endpoint.With();
            body.Remove(missing);
            await Refused(action, JsonSerializer.Serialize(body), missing);
            body[missing] = null;
            await Refused(action, JsonSerializer.Serialize(body), missing);
        }
    }

    [Theory, MemberData(nameof(WithMembers))]
    public async Task A_member_of_another_type_is_refused(RequestAction action)
    {
        var endpoint = Endpoints.Of(action);
        foreach (var member in endpoint.Required)
        {
            foreach (
                var other in new object[]
                {
                    12.5,
                    new[] { "a" },
                    new Dictionary<string, int> { ["unknown"] = 1 },
                }
            )
                await Refused(action, JsonSerializer.Serialize(endpoint.With((member, other))));
        }
    }

    [Theory]
    [InlineData(RequestAction.RecordContact, "way")]
    [InlineData(RequestAction.Return, "reason")]
    [InlineData(RequestAction.Refuse, "reason")]
    [InlineData(RequestAction.TransferEmergency, "line")]
    public async Task A_word_that_is_no_word_of_the_field_is_refused(RequestAction action, string member)
    {
        foreach (var wrong in new object[] { "Nonsense", "", "0", 0, 99, -1 })
            await Refused(action, JsonSerializer.Serialize(Endpoints.Of(action).With((member, wrong))));
    }

    [Theory, MemberData(nameof(Actions))]
    public async Task A_member_that_nobody_knows_is_refused(RequestAction action) =>
        await Refused(action, JsonSerializer.Serialize(Endpoints.Of(action).With(("state", "Closed"))));

    [Theory, MemberData(nameof(Actions))]
    public async Task What_is_no_JSON_is_refused(RequestAction action)
    {
        foreach (var body in new[] { "", "{", "null", "[]", "\"text\"", "{\"version\":}", "{\"a\":1}{\"b\":2}", "<xml/>" })
            await Refused(action, body);
        await Refused(action, "version=1", contentType: "application/x-www-form-urlencoded");
    }

    [Theory]
    [InlineData(RequestAction.AnswerAtOnce, "answer")]
    [InlineData(RequestAction.Refuse, "legalChannel")]
    [InlineData(RequestAction.TransferEmergency, "remark")]
    [InlineData(RequestAction.Dispatch, "remark")]
    [InlineData(RequestAction.RecordContact, "result")]
    [InlineData(RequestAction.Reply, "reply")]
    [InlineData(RequestAction.Return, "basis")]
    [InlineData(RequestAction.AcceptReturn, "reason")]
    [InlineData(RequestAction.RejectReturn, "reason")]
    [InlineData(RequestAction.SendBack, "reason")]
    [InlineData(RequestAction.RecordCallback, "remark")]
    [InlineData(RequestAction.AddFacts, "text")]
    [InlineData(RequestAction.Withdraw, "reason")]
    [InlineData(RequestAction.Rate, "remark")]
    [InlineData(RequestAction.ApprovePublicText, "text")]
    public async Task A_text_that_is_too_long_or_cannot_be_shown_is_refused_by_its_name(RequestAction action, string member)
    {
        await Refused(action, JsonSerializer.Serialize(Endpoints.Of(action).With((member, new string('长', 20_000)))), member);
        foreach (
            var bad in new[]
            {
                "坏\\u0000字在这一段里面呢",
                "铃\\u0007声在这一段里面呢",
                "半\\ud800个字在这一段里面",
                "半\\udc00个字在这一段里面",
            }
        )
        {
            var body = JsonSerializer.Serialize(Endpoints.Of(action).With((member, "@@@")));
            await Refused(action, body.Replace("@@@", bad, StringComparison.Ordinal), member);
        }
    }

    [Fact]
    public async Task Hostile_but_readable_text_is_kept_as_it_was_written()
    {
        const string Text = "');DROP TABLE requests_requests;-- <script>alert(1)</script> ${7*7} {{x}} \U00020BB7野家 👨‍👩‍👧";
        var number = (await town.Register()).Number;
        var answer = await Endpoints.Of(RequestAction.AddFacts).Send(await town.At("resident"), number, ("text", Text));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains(Text, (await town.Notes()).Select(n => n.Text));
    }

    [Fact]
    public async Task Unknown_units_colleagues_categories_and_places_are_refused_by_name()
    {
        async Task Check(RequestAction action, string member, object value, string? field = null) =>
            await Refused(action, JsonSerializer.Serialize(Endpoints.Of(action).With((member, value))), field ?? member);
        await Check(RequestAction.Dispatch, "unit", "NOBODY");
        await Check(RequestAction.Return, "proposedUnit", "NOBODY");
        await Check(RequestAction.Assign, "colleague", Guid.CreateVersion7(app.Now));
        await Check(RequestAction.Reclassify, "to", new { category = "9999" }, "category");
        await Refused(RequestAction.Reclassify, JsonSerializer.Serialize(new { to = new { area = "990104100201" } }));
        await Check(RequestAction.Reclassify, "to", new { area = "9999" }, "area");
        await Check(RequestAction.Reclassify, "to", new { grade = 9 }, "grade");
        await Check(RequestAction.Reclassify, "to", new { accusedUnit = "NOBODY" }, "accusedUnit");
    }

    [Theory]
    [InlineData("search")]
    [InlineData("search?q=%00")]
    [InlineData("search?q=%E8%B7%AF%00%E7%81%AF")]
    [InlineData("search?q=a&take=many")]
    [InlineData("queues/Nothing")]
    [InlineData("queues/99")]
    [InlineData("queues/All?state=99")]
    [InlineData("queues/All?state=Nothing")]
    [InlineData("queues/All?county=%00")]
    [InlineData("queues/All?mine=perhaps")]
    [InlineData("queues/All?from=yesterday")]
    [InlineData("queues/All?to=2026-02-30")]
    [InlineData("queues/All?take=99999999999999")]
    [InlineData("%27%20OR%201%3D1")]
    public async Task A_question_that_makes_no_sense_is_refused(string path)
    {
        var answer = await (await town.At("dispatcher")).Get($"/api/requests/{path}");
        Assert.True((int)answer.Status is >= 400 and < 500, $"{path}: {(int)answer.Status}");
        Assert.Contains("\"code\":", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search?q=")]
    [InlineData("search?q=%22%29%20OR%20NOT%20*%28")]
    [InlineData("search?q=%27%3B--")]
    [InlineData("search?q=a&after=nonsense")]
    [InlineData("search?q=a&take=-5")]
    [InlineData("queues/All?after=9999999999999999999.1")]
    [InlineData("queues/All?after=99999999999999999.1")]
    [InlineData("queues/Intake?after=-99999999999999999.5")]
    [InlineData("queues/All?category=%25")]
    [InlineData("queues/All?take=0")]
    public async Task A_question_that_finds_nothing_is_answered(string path) =>
        Assert.Equal(HttpStatusCode.OK, (await (await town.At("dispatcher")).Get($"/api/requests/{path}")).Status);

    [Fact]
    public async Task A_title_never_cuts_a_rare_character_in_half()
    {
        var text = new string('字', 38) + "\U00020BB7\U00020BB7\U00020BB7";
        var number = (await town.Register(app.Given.Intake() with { Text = text })).Number;
        var title = (await town.Stored(number)).Title;
        Assert.DoesNotContain('\uFFFD', title);
        Assert.False(char.IsSurrogate(title[^2]) && !char.IsLowSurrogate(title[^2]), title);
    }

    private readonly Dictionary<RequestAction, (string Number, Browser By)> prepared = [];

    private async Task Refused(RequestAction action, string body, string? field = null, string contentType = "application/json")
    {
        if (!prepared.TryGetValue(action, out var ready))
        {
            var row = RequestLifecycle.Rows.First(r => r.Action == action);
            ready = (await town.In(row.From), await town.At(Town.LoginOf(row.By[^1], "EAST-1")));
            prepared[action] = ready;
        }
        var before = await town.Rows();
        using var content = new StringContent(body, Encoding.UTF8, contentType);
        var answer = await ready.By.Post($"/api/requests/{ready.Number}/{Endpoints.Of(action).Path}", content);
        var shown = body.Length > 200 ? body[..200] : body;
        Assert.True((int)answer.Status is >= 400 and < 500, $"{action} {shown}: {(int)answer.Status}");
        Assert.True(answer.ContentType == "application/problem+json", $"{action} {shown}: {answer.ContentType}");
        Assert.Contains("\"code\":", answer.Text, StringComparison.Ordinal);
        Assert.Contains("\"fields\":", answer.Text, StringComparison.Ordinal);
        if (field is not null)
            Assert.True(answer.Text.Contains($"\"field\":\"{field}", StringComparison.Ordinal), $"{action} {field}: {answer.Text}");
        Assert.Equal(before, await town.Rows());
    }
}
