using System.Globalization;
using Suiying.Contracts.Requests;

namespace Suiying.Requests.Model;

/// <summary>Which number of a report is opened: a figure, and the line in which it stands.</summary>
public sealed record ReportFilter
{
    public required ReportFigure Figure { get; init; }
    public string? County { get; init; }
    public string? Unit { get; init; }
    public string? Category { get; init; }
    public Channel? Channel { get; init; }
    public RequestType? Type { get; init; }

    public bool Fits(ReportRow row) =>
        row.Has(Figure)
        && (County is null || (row.County ?? "") == Code(County))
        && (Unit is null || (row.Unit ?? "") == Code(Unit))
        && (Category is null || (row.Category ?? "") == Code(Category))
        && (Channel is null || row.Channel == Channel)
        && (Type is null || row.Type == Type);

    /// <summary>The query of the list of rows, with its question mark.</summary>
    public string Query() =>
        AddressWords.Query(
            ("figure", Figure),
            ("county", County),
            ("unit", Unit),
            ("category", Category),
            ("channel", Channel),
            ("type", Type)
        );

    public string Href(Guid report) => string.Create(CultureInfo.InvariantCulture, $"/reports/{report}/rows{Query()}");

    private static string Code(string code) => code == BoardFilter.None ? "" : code;
}
