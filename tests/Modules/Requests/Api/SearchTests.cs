using System.Text.Json;
using Suiying.Contracts.Requests;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>
/// What search finds, and what it must never find, through the API on whichever database the tests run (<c>SUIYING_TEST_DB</c>).
/// </summary>
public sealed class SearchTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private readonly Town town = new(app);

    [Theory]
    [InlineData("槐树")]
    [InlineData("槐")]
    [InlineData("东门外 槐树")]
    [InlineData("杨柳社区 槐树")]
    public async Task Words_of_two_characters_of_one_and_of_the_place_are_found(string words)
    {
        var number = await Register("东门外的槐树倒了，压着电线。");
        Assert.Contains(number, await Find("agent", words));
    }

    [Fact]
    public async Task A_number_finds_its_request_and_a_wrong_word_finds_none()
    {
        var number = await Register("东门外的井盖响了一夜。");
        Assert.Equal([number], await Find("agent", number));
        Assert.DoesNotContain(number, await Find("agent", "东门外 飞机"));
    }

    [Fact]
    public async Task What_a_unit_replied_is_found_too()
    {
        var number = await town.In(RequestState.Replied, app.Given.Intake());
        Assert.Contains(number, await Find("agent", "更换灯头"));
    }

    [Fact]
    public async Task A_unit_finds_its_own_and_what_lies_under_it_and_a_leader_the_open_ones_of_the_area()
    {
        var number = await town.In(RequestState.Dispatched, app.Given.Intake() with { Text = "榆钱巷的路灯不亮了。" });
        foreach (var login in new[] { "east1", "east", "agent", "leader", "eastleader" })
            Assert.Contains(number, await Find(login, "榆钱"));
        foreach (var login in new[] { "east2", "west1", "water", "oversight" })
            Assert.DoesNotContain(number, await Find(login, "榆钱"));
    }

    [Fact]
    public async Task A_sealed_matter_is_found_by_those_who_handle_it_and_not_by_the_accused_side_or_a_leader()
    {
        var intake = app.Given.Intake() with { Type = RequestType.Report, AccusedUnit = "EAST-1", Text = "梧桐巷有人收钱不办事。" };
        var number = await town.In(RequestState.Dispatched, intake, "EAST");
        foreach (var login in new[] { "east", "dispatcher", "supervisor" })
            Assert.Contains(number, await Find(login, "梧桐"));
        foreach (var login in new[] { "east1", "east1b", "leader", "eastleader", "east2" })
            Assert.DoesNotContain(number, await Find(login, "梧桐"));
    }

    [Fact]
    public async Task The_accused_side_cannot_tell_by_the_next_page_that_something_was_found()
    {
        var intake = app.Given.Intake() with { Type = RequestType.Report, AccusedUnit = "HOT", Text = "银杏巷的接线员态度恶劣。" };
        for (var i = 0; i < 3; i++)
            await town.Register(intake);
        var search = await (await town.At("agent")).Get("/api/requests/search?q=银杏&take=1");
        Assert.Equal((0, JsonValueKind.Null), Slice(search));
        var queue = await (await town.At("agent")).Get("/api/requests/queues/All?take=1&county=none");
        Assert.Equal((0, JsonValueKind.Null), Slice(queue));
    }

    [Fact]
    public async Task Queues_leave_out_what_accuses_the_hotline_itself_before_they_count()
    {
        var intake = app.Given.Intake() with
        {
            Type = RequestType.Report,
            AccusedUnit = "HOT",
            Where = new PlaceOfMatter { Area = "990103100201", Confirmed = true },
        };
        for (var i = 0; i < 3; i++)
            await town.Register(intake);
        var queue = await (await town.At("agent")).Get("/api/requests/queues/All?take=1&county=990103");
        Assert.Equal((0, JsonValueKind.Null), Slice(queue));
    }

    [Theory]
    [InlineData("unitxwest1 openrequest")]
    [InlineData("unitxhot")]
    [InlineData("areax990103")]
    public async Task A_text_with_tokens_of_the_scope_gains_nothing(string tokens)
    {
        var number = await town.In(RequestState.Dispatched, app.Given.Intake() with { Text = $"白杨路的灯坏了 {tokens} 请修。" });
        foreach (var login in new[] { "west1", "east2", "water" })
        {
            Assert.DoesNotContain(number, await Find(login, "白杨"));
            Assert.DoesNotContain(number, await Find(login, tokens));
        }
    }

    [Theory]
    [InlineData("openrequest")]
    [InlineData("unitxeast1")]
    [InlineData("shielded")]
    [InlineData("areax9901")]
    public async Task Nobody_searches_by_the_tokens_of_the_scope(string token)
    {
        // Texts of other tests may hold the word itself, and are then found by right.
        var number = await town.In(RequestState.Dispatched);
        Assert.DoesNotContain(number, await Find("agent", token));
    }

    [Fact]
    public async Task Pages_of_a_search_follow_each_other_without_gap_or_repetition()
    {
        for (var i = 0; i < 5; i++)
            await Register("石榴巷的垃圾没人清。");
        var (seen, after) = (new List<string>(), "");
        do
        {
            var page = await (await town.At("agent")).Get($"/api/requests/search?q=石榴&take=2&after={after}");
            var slice = page.Json<Slice<RequestRow>>();
            seen.AddRange(slice.Rows.Select(r => r.Number));
            after = slice.Next;
        } while (after is not null);
        Assert.Equal((5, 5), (seen.Count, seen.Distinct().Count()));
    }

    private static (int Rows, JsonValueKind Next) Slice(Page page)
    {
        using var json = JsonDocument.Parse(page.Text);
        return (json.RootElement.GetProperty("rows").GetArrayLength(), json.RootElement.GetProperty("next").ValueKind);
    }

    private async Task<string> Register(string text) => (await town.Register(app.Given.Intake() with { Text = text, Title = "" })).Number;

    private async Task<IReadOnlyList<string>> Find(string login, string words)
    {
        var page = await (await town.At(login)).Get($"/api/requests/search?q={Uri.EscapeDataString(words)}&take=200");
        Assert.True(page.IsSuccess, page.Text);
        return [.. page.Json<Slice<RequestRow>>().Rows.Select(r => r.Number)];
    }
}
