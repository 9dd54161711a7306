using System.Text.Json;
using Suiying.Contracts.Requests;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>What anybody sees: category, township, state and dates, and a text only where a person approved it (design law 4).</summary>
public sealed class PublicListTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Town town = new(app);

    [Fact]
    public async Task Sealed_and_secret_matters_and_reports_never_appear_and_no_words_of_the_person_do()
    {
        var lamp = app.Given.Intake();
        var before = (await List()).Rows.Count;
        foreach (var state in Enum.GetValues<RequestState>())
            await town.In(state, lamp);
        var visible = await List();
        await town.In(RequestState.Closed, lamp with { Type = RequestType.Report, AccusedUnit = "WATER" });
        await town.In(RequestState.Closed, lamp with { Type = RequestType.Complaint, AboutConduct = true, AccusedUnit = "WATER" });
        await town.In(RequestState.Closed, lamp with { WantsSecrecy = true });
        var after = await List();
        Assert.Equal(before + Enum.GetValues<RequestState>().Length, visible.Rows.Count);
        Assert.Equal(visible.Rows.Count, after.Rows.Count);
        var shown = JsonSerializer.Serialize(after, Readable);
        foreach (var personal in new[] { Town.Phone, "演示居民", "路灯坏了", "杨柳社区东门", "已更换灯头" })
            Assert.DoesNotContain(personal, shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_matter_that_turns_out_to_be_about_conduct_leaves_the_list()
    {
        var number = (await town.Register()).Number;
        var before = (await List()).Rows.Count;
        var body = new Dictionary<string, object> { ["aboutConduct"] = true };
        Assert.True((await Endpoints.Of(RequestAction.Reclassify).Send(await town.At("dispatcher"), number, ("to", body))).IsSuccess);
        Assert.Equal(before - 1, (await List()).Rows.Count);
    }

    [Fact]
    public async Task An_approved_text_is_shown_as_it_was_approved()
    {
        var number = await town.In(RequestState.Closed);
        await town.Must(number, RequestAction.ApprovePublicText);
        Assert.Equal("东一街道路灯报修，已修复。", (await List()).Rows[0].Text);
    }

    private async Task<Kernel.Slice<PublicRequest>> List()
    {
        var query = new ListPublicRequests.Query { Take = 100 };
        return (await app.Use<ListPublicRequests, Kernel.Outcome<Kernel.Slice<PublicRequest>>>(l => l.Run(query, default))).Value;
    }
}
