using System.Globalization;
using Microsoft.Playwright;
using Suiying.Browser.Stage;

namespace Suiying.Browser;

/// <summary>A cheap phone on a slow line opens the form at once.</summary>
public sealed class Weight(City city)
{
    [Theory]
    [InlineData("/submit", 60)]
    [InlineData("/open", 100)]
    public async Task A_page_with_its_styles_and_scripts_weighs_at_most_so_many_KB(string page, int most)
    {
        await using var visit = await city.Visit(Screen.Phone);
        var answers = new List<IResponse>();
        visit.Page.Response += (_, answer) => answers.Add(answer);
        await visit.Go(page);
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        var parts = new List<(string Name, int Sent, int Whole)>();
        foreach (var answer in answers.Where(a => a.Request.ResourceType is "document" or "stylesheet" or "script"))
            parts.Add((answer.Url, (await answer.Request.SizesAsync()).ResponseBodySize, (await answer.BodyAsync()).Length));

        var told = string.Join('\n', parts.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Sent, 7} {p.Whole, 7} {p.Name}")));
        TestContext.Current.TestOutputHelper?.WriteLine(told);
        Assert.Contains(parts, part => part.Name.EndsWith(".css", StringComparison.Ordinal));
        var bytes = most * 1024;
        Assert.True(parts.Sum(p => p.Sent) <= bytes && parts.Sum(p => p.Whole) <= bytes, $"bytes sent, unpacked:\n{told}");
    }
}
