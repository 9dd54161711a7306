namespace Suiying.Requests.Model;

/// <summary>All figures over some rows.</summary>
public sealed class BoardCounts
{
    private static readonly BoardFigure[] Figures = Enum.GetValues<BoardFigure>();

    private readonly int[] counts = new int[Figures.Length];

    public int this[BoardFigure figure] => counts[(int)figure];

    /// <summary>按期答复率: replied in time of all replies that were owed.</summary>
    public Share KeptReplies => new(this[BoardFigure.ReplyKept], this[BoardFigure.ReplyOwed]);

    /// <summary>响应: contacted of all who were reached by callback.</summary>
    public Share ContactedShare => new(this[BoardFigure.Contacted], this[BoardFigure.CalledBack]);

    public Share SolvedShare => new(this[BoardFigure.Solved], this[BoardFigure.CalledBack]);

    public Share SatisfiedShare => new(this[BoardFigure.Satisfied], this[BoardFigure.CalledBack]);

    /// <summary>有效回访率: reached by callback of all that were closed.</summary>
    public Share ReachedShare => new(this[BoardFigure.CalledBack], this[BoardFigure.Closed]);

    /// <summary>Which figures a row counts in, worked out once for all groups that it belongs to.</summary>
    public static int Mask(BoardRow row, BoardTimes times)
    {
        var mask = 0;
        foreach (var figure in Figures)
        {
            if (figure.Counts(row, times))
                mask |= 1 << (int)figure;
        }
        return mask;
    }

    internal void Add(int mask)
    {
        for (var i = 0; mask != 0; i++, mask >>= 1)
            counts[i] += mask & 1;
    }
}
