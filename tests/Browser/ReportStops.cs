using Suiying.Browser.Stage;
using static Microsoft.Playwright.Assertions;

namespace Suiying.Browser;

/// <summary>日报 and 专报 on the tour of a supervisor: written, read, opened to its rows.</summary>
internal static class ReportStops
{
    public static IReadOnlyList<Stop> Written { get; } =
    [
        new("/reports/new", "report-new-daily", v => v.Go("/reports/new?kind=Daily")),
        new("/reports/{Id:guid}/edit", "report-edit", WriteReport),
        new("/reports/{Id:guid}", "report", v => StaffTour.Follow(v, "main p a[href^='/reports/']")),
        new("/reports/{Id:guid}/rows", "report-rows", v => StaffTour.Follow(v, "a.figure")),
        new("/reports/new", "report-new", v => v.Go("/reports/new?kind=Special")),
        new("/reports", "reports", v => v.Go("/reports")),
    ];

    /// <summary>A special report of the last month, as its draft.</summary>
    private static async Task WriteReport(Visit visit)
    {
        await visit.Go("/reports/new?kind=Special");
        await visit.Page.ClickAsync("#new-report button[type=submit]");
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("数字已统计好");
    }
}
