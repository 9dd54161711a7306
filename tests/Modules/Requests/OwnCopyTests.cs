using System.Net;
using System.Text.Json;
using Suiying.Requests.Model;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>复制 (个人信息保护法 45): a person takes a copy of all that they asked and were told, and of nothing else.</summary>
public sealed class OwnCopyTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private const string Address = "/my/requests.json";

    private readonly Town town = new(app);

    [Fact]
    public async Task A_person_takes_away_what_they_said_and_were_told_and_nothing_that_units_wrote_to_each_other()
    {
        var number = await town.In(RequestState.ReturnPending);
        await town.Must(number, RequestAction.AcceptReturn);
        await town.Must(number, RequestAction.Dispatch, "CITY-URBAN");
        var answer = await (await town.At("resident")).Get(Address);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var own = JsonDocument
            .Parse(answer.Text)
            .RootElement.GetProperty("requests")
            .EnumerateArray()
            .Single(r => r.GetProperty("number").GetString() == number);
        Assert.Equal("待签收", own.GetProperty("state").GetString());
        var steps = own.GetProperty("steps").EnumerateArray().ToList();
        Assert.Contains("路灯坏了", steps[0].GetProperty("words").GetString(), StringComparison.Ordinal);
        Assert.Contains(steps, s => s.GetProperty("what").GetString()!.Contains("提出不归它办", StringComparison.Ordinal));
        // What the unit wrote to the hotline is for the hotline.
        foreach (var note in (await town.Notes()).Where(n => n.Kind is RequestAction.Return or RequestAction.AcceptReturn))
            Assert.DoesNotContain(note.Text, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_elses_is_in_it_and_who_has_not_signed_in_gets_none()
    {
        await town.In(RequestState.Registered);
        var other = await (await town.At("stranger")).Get(Address);
        Assert.Equal(HttpStatusCode.OK, other.Status);
        Assert.Empty(JsonDocument.Parse(other.Text).RootElement.GetProperty("requests").EnumerateArray());
        foreach (var login in new[] { "visitor", "agent", "east1", "auditadmin" })
            Assert.DoesNotContain("\"requests\"", (await (await town.At(login)).Get(Address)).Text, StringComparison.Ordinal);
    }
}
