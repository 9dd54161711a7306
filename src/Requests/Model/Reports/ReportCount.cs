using Suiying.Contracts.Registry;

namespace Suiying.Requests.Model;

/// <summary>What a report is counted from.</summary>
public sealed record ReportCount
{
    /// <summary>A day is compared with the seven before it, and its curve shows two weeks.</summary>
    private const int WeekDays = 7;

    private const int CurveDays = 14;

    public required ReportScope Scope { get; init; }

    public required CitySnapshot City { get; init; }

    public required DateTimeOffset AsOf { get; init; }

    /// <summary>All that could count, marked by <see cref="Repetition"/>.</summary>
    public required IReadOnlyList<BoardRow> Rows { get; init; }

    public ReportPhone? Phone { get; init; }

    /// <summary>A day is compared with the week before it, a longer period with as many days before it.</summary>
    public DateTimeOffset BeforeStart => City.Calendar.StartOf(Scope.From.AddDays(-(Scope.Days == 1 ? WeekDays : Scope.Days)));

    public DateTimeOffset CurveStart => City.Calendar.StartOf(Scope.Days == 1 ? Scope.From.AddDays(1 - CurveDays) : Scope.From);
}
