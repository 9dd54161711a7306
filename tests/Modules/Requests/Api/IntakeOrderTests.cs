using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>In which order requests wait for the dispatcher.</summary>
public sealed class IntakeOrderTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private readonly Town town = new(app);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(100)]
    public async Task Requests_of_grade_1_come_first_then_the_oldest_and_no_page_misses_or_repeats_one(int take)
    {
        foreach (var category in (string[])["010101", "010102", "030101", "010102", "010101", "010102"])
            await town.Register(app.Given.Intake() with { Category = category });
        var (rows, after) = (new List<RequestRow>(), "");
        do
        {
            var page = await (await town.At("dispatcher")).Get($"/api/requests/queues/Intake?take={take}&after={after}");
            Assert.True(page.IsSuccess, page.Text);
            var slice = page.Json<Slice<RequestRow>>();
            rows.AddRange(slice.Rows);
            after = slice.Next;
        } while (after is not null);
        Assert.True(rows.Count(r => r.Grade == 1) >= 3 && rows.Any(r => r.Grade != 1));
        Assert.Equal(rows.OrderBy(r => r.Grade == 1 ? 0 : 1).ThenBy(r => r.Serial).Select(r => r.Number), rows.Select(r => r.Number));
        Assert.Distinct(rows.Select(r => r.Number));
        Assert.True(rows.Count >= 6);
    }
}
