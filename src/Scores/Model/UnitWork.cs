using Suiying.Contracts.Requests;

namespace Suiying.Scores.Model;

/// <summary>
/// 承办轮次计分: what one round of one request counts for its unit in one month of scores. It follows from the journal alone, so it can be made again
/// at any time.
/// </summary>
public sealed class UnitWork : IFoldedRow<UnitWork>
{
    public required RequestId RequestId { get; init; }

    /// <summary>The step that gave it to the unit; 1 for what the hotline did with it.</summary>
    public required int Turn { get; init; }

    /// <summary>The month of scores in which it counts, by its first day of the calendar.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>Code of the unit; empty for the hotline.</summary>
    public required string Unit { get; set; }

    /// <summary>工单编号</summary>
    public required string Number { get; set; }

    /// <summary>登记月: the month of scores in which the request was registered; by it the rows are made again.</summary>
    public required DateOnly Cohort { get; set; }

    /// <summary>Each <see cref="WorkFigure"/> that it counts for, one bit each.</summary>
    public required long Figures { get; set; }

    /// <summary>True where it counts for a figure.</summary>
    public bool Has(WorkFigure figure) => (Figures >> (int)figure & 1) == 1;

    (RequestId, int, DateOnly) IFoldedRow<UnitWork>.Key => (RequestId, Turn, Month);

    public bool Agrees(UnitWork other) => Told() == other.Told();

    public UnitWork Copy() => (UnitWork)MemberwiseClone();

    public void Take(UnitWork other) => (Unit, Number, Cohort, Figures) = (other.Unit, other.Number, other.Cohort, other.Figures);

    private (RequestId, int, DateOnly, string, string, DateOnly, long) Told() => (RequestId, Turn, Month, Unit, Number, Cohort, Figures);
}
