using System.Text.RegularExpressions;

namespace Suiying.Browser.Stage;

/// <summary>One thing to look at on a tour.</summary>
/// <param name="Template">The page's route as its source has it, or null where the page is on the tour already in another state.</param>
/// <param name="Name">Names its pictures.</param>
/// <param name="Come">How one comes there from the stop before.</param>
public sealed partial record Stop(string Template, string Name, Func<Visit, Task> Come)
{
    /// <summary>Goes on from stop to stop and looks at each in every look; told apart by name where one fails.</summary>
    public static async Task Walk(Visit visit, IEnumerable<Stop> stops)
    {
        foreach (var stop in stops)
        {
            await stop.Come(visit);
            var path = new Uri(visit.Page.Url).AbsolutePath;
            Assert.True(stop.Matches(path), $"{stop.Name} is at {path}, not at {stop.Template}.");
            await visit.MustBeFineInEveryLook(stop.Name);
        }
    }

    private bool Matches(string path) =>
        // The host shows its error pages in the place of the page that was asked for.
        Template is "/error" or "/error/{Status:int}" or "/not-found"
        || Regex.IsMatch(
            path,
            "^" + Parameter().Replace(Template, m => m.Value.EndsWith("?}", StringComparison.Ordinal) ? "?[^/]*" : "[^/]+") + "$"
        );

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
