using Suiying.Kernel.Events;

namespace Suiying.Contracts.Scores;

/// <summary>成绩公布: a month of scores was closed, or a revision of it signed.</summary>
public sealed record MonthReleased : IEvent
{
    public static string Name => "scores.month-released";

    /// <summary>First day of the calendar month that names it.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>1 for the first release, more for a revision.</summary>
    public required int Revision { get; init; }

    string IEvent.Aggregate => Month.ToString("O", null);
}
