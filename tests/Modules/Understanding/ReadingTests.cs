using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Requests;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Understanding;

/// <summary>What an agent's program is told of a text, and what a text that tells of danger does to the queue.</summary>
public sealed class ReadingTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    [Fact]
    public async Task A_text_is_read_for_category_place_danger_and_unit_with_the_words_that_decided()
    {
        var told = await Read(new { text = "杨柳社区3号楼楼道里一股煤气味，呛得人头晕" });
        var place = told.GetProperty("places")[0];
        Assert.Equal("990102001001", place.GetProperty("code").GetString());
        Assert.True(place.GetProperty("sure").GetBoolean());
        Assert.Contains("杨柳社区", place.GetProperty("words").EnumerateArray().Select(w => w.GetString()));
        var danger = told.GetProperty("danger");
        Assert.Equal(("GasLeak", 1), (danger.GetProperty("kind").GetString(), danger.GetProperty("grade").GetInt32()));
        Assert.NotEmpty(danger.GetProperty("words").EnumerateArray());

        told = await Read(
            new
            {
                text = "路灯不亮",
                category = "010101",
                area = "990102001001",
            }
        );
        Assert.Empty(told.GetProperty("categories").EnumerateArray());
        Assert.Empty(told.GetProperty("places").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, told.GetProperty("danger").ValueKind);
        Assert.Equal("EAST-1", told.GetProperty("units")[0].GetProperty("code").GetString());
        Assert.NotEmpty(told.GetProperty("units")[0].GetProperty("reasons")[0].GetString()!);
    }

    [Fact]
    public async Task What_is_wrong_with_a_question_is_told_by_field()
    {
        using var agent = await app.SignIn("agent");
        var answer = await agent.PostJson(
            "/api/requests/reading",
            new
            {
                text = new string('长', SuggestDispatch.LongestText + 1),
                category = "999999",
                area = "没有",
                accused = "X",
            }
        );
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.All(
            new[] { "text", "category", "area", "accused" },
            field => Assert.Contains($"\"{field}\"", answer.Text, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task What_a_resident_writes_of_danger_stands_first_until_a_person_has_read_it()
    {
        var calm = await app.Given.Request(app.Given.Intake() with { Category = null });
        var urgent = await app.Given.Request(app.Given.Intake() with { Text = "三楼阳台着火了，里面有孩子喊救命", Category = null });
        Assert.Equal(3, await Grade(calm.Number));
        Assert.Equal(1, await Grade(urgent.Number));

        using var dispatcher = await app.SignIn("dispatcher");
        var queue = await dispatcher.Get("/api/requests/queues/Intake");
        Assert.True(
            queue.Text.IndexOf(urgent.Number, StringComparison.Ordinal) < queue.Text.IndexOf(calm.Number, StringComparison.Ordinal)
        );
        var page = await dispatcher.Get($"/desk/all/{urgent.Number}");
        Assert.Contains("可能有危险：火情", page.Says("main"), StringComparison.Ordinal);
        Assert.Contains("先列为特急", page.Says("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agent_who_hears_it_decides_how_urgent_it_is()
    {
        var by = await app.Given.Staff(Role.Agent);
        var command = new SubmitRequest.Command
        {
            Id = RequestId.New(app.Now),
            Intake = app.Given.Intake() with { Text = "电视里说着火了怎么办，想问问消防培训", Channel = Channel.Phone, Grade = 3 },
        };
        var ticket = (
            await app.Use<SubmitRequest, Outcome<SubmitRequest.Registered>>(submit => submit.Run(command, by, CancellationToken.None))
        ).Value;
        Assert.Equal(3, await Grade(ticket.Number));
    }

    private async Task<JsonElement> Read(object body)
    {
        using var agent = await app.SignIn("agent");
        var answer = await agent.PostJson("/api/requests/reading", body);
        Assert.True(answer.IsSuccess, answer.Text);
        return answer.Json<JsonElement>();
    }

    private Task<int> Grade(string number) =>
        app.Use<RequestsDb, int>(db => db.Requests.Where(r => r.Number == number).Select(r => r.Grade).SingleAsync());
}
