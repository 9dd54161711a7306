using Suiying.Contracts.Requests;

namespace Suiying.OpenCity.Model;

/// <summary>
/// 公开数: what is published of one area and one kind of matters in one month. A number that is not published is null, and nobody can tell from the others whether it
/// is small. Shares are whole per cents of people or matters that are at least as many as the smallest number that is published.
/// </summary>
public sealed class OpenFigure
{
    /// <summary>By its first day.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>Code of the area, of the city for all; see <see cref="OpenKeys"/>.</summary>
    public required string Area { get; init; }

    /// <summary>Code of the category, empty for all; see <see cref="OpenKeys"/>.</summary>
    public required string Category { get; init; }

    /// <summary>收到: registered in the month.</summary>
    public required int? Received { get; init; }

    /// <summary>应按时答复的: ended in the month, answered, and had a day by which.</summary>
    public required int? Due { get; init; }

    /// <summary>按时率: of these, answered by then, in per cent.</summary>
    public required int? OnTime { get; init; }

    /// <summary>回访: ended in the month, and the person said whether it was solved.</summary>
    public required int? Asked { get; init; }

    /// <summary>Of these: solved, in per cent.</summary>
    public required int? Solved { get; init; }

    /// <summary>Of these: satisfied or mostly satisfied, in per cent.</summary>
    public required int? Satisfied { get; init; }

    /// <summary>Something of it is not published.</summary>
    public bool Hides => Received is null || Due is null || Asked is null;

    /// <summary>Of a tally, of which nothing is hidden but shares of too few.</summary>
    public static OpenFigure Of(
        DateOnly month,
        string area,
        string category,
        PublicTally tally,
        (bool Received, bool Due, bool Asked) hidden
    )
    {
        int? Share(int part, int of, bool none) => none || of < MonthFigures.Least ? null : (int)Math.Round(100m * part / of);
        return new OpenFigure
        {
            Month = month,
            Area = area,
            Category = category,
            Received = hidden.Received ? null : tally.Received,
            Due = hidden.Due ? null : tally.Due,
            OnTime = Share(tally.OnTime, tally.Due, hidden.Due),
            Asked = hidden.Asked ? null : tally.Asked,
            Solved = Share(tally.Solved, tally.Asked, hidden.Asked),
            Satisfied = Share(tally.Satisfied, tally.Asked, hidden.Asked),
        };
    }
}
