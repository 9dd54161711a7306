namespace Suiying.Scores.Model;

/// <summary>承办计数: whole numbers, so that sums are exact and no order in which they are added changes one.</summary>
public sealed class WorkCounts
{
    private static readonly int Length = Enum.GetValues<WorkFigure>().Length;

    private readonly int[] counts = new int[Length];

    /// <summary>Nothing counted.</summary>
    public static WorkCounts None { get; } = new();

    /// <summary>One of them.</summary>
    public int this[WorkFigure figure] => counts[(int)figure];

    /// <summary>合计: what a group of units has together.</summary>
    public static WorkCounts operator +(WorkCounts a, WorkCounts b) => Make(figure => a.counts[figure] + b.counts[figure]);

    /// <summary>Of so many rows with the same figures.</summary>
    public static WorkCounts Of(long figures, int times) => Make(figure => (figures >> figure & 1) == 1 ? times : 0);

    /// <summary>Of stored sums of one unit or of several.</summary>
    public static WorkCounts Of(IEnumerable<WorkMonth> sums) => Of(sums.Select(s => (s.Figure, s.Count)));

    /// <summary>Of figures that were summed; those that a later release stored are left out.</summary>
    public static WorkCounts Of(IEnumerable<(WorkFigure Figure, int Count)> figures)
    {
        var whole = new WorkCounts();
        foreach (var (figure, count) in figures.Where(f => (int)f.Figure < Length))
            whole.counts[(int)figure] += count;
        return whole;
    }

    /// <summary>What is counted.</summary>
    public IEnumerable<(WorkFigure Figure, int Count)> All() =>
        counts.Select((count, figure) => ((WorkFigure)figure, count)).Where(c => c.count != 0);

    private static WorkCounts Make(Func<int, int> count)
    {
        var made = new WorkCounts();
        for (var figure = 0; figure < Length; figure++)
            made.counts[figure] = count(figure);
        return made;
    }
}
