using System.Text.RegularExpressions;
using Suiying.Browser.Stage;

namespace Suiying.Browser;

/// <summary>No page is left out.</summary>
public sealed partial class WholeTour
{
    [Fact]
    public void Every_page_of_the_source_is_on_a_tour()
    {
        var pages = Directory
            .EnumerateFiles(Path.Combine(Server.Root, "src"), "*.razor", SearchOption.AllDirectories)
            .SelectMany(File.ReadLines)
            .Select(line => Page().Match(line))
            .Where(match => match.Success)
            .Select(match => match.Groups[1].Value)
            .Order(StringComparer.Ordinal)
            .ToList();
        var toured = ResidentTour.Stops.Concat(StaffTour.Tours.Values.SelectMany(stops => stops)).Select(stop => stop.Template).ToHashSet();

        Assert.Contains("/submit", pages);
        Assert.Empty(pages.Except(toured));
        Assert.Empty(toured.Except(pages));
    }

    [GeneratedRegex("^@page \"([^\"]+)\"")]
    private static partial Regex Page();
}
