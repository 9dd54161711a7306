namespace Suiying.Design;

/// <summary>图下的表: what a chart draws, to be read without it. A chart draws nothing that does not stand here.</summary>
public sealed record ChartTable
{
    /// <summary>What is told, also the chart's name.</summary>
    public required string Caption { get; init; }

    /// <summary>Head of the first column, such as 考核月.</summary>
    public required string Head { get; init; }

    /// <summary>Heads of the columns of numbers.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>In the order in which they are drawn: months oldest first, a ranking from the top.</summary>
    public required IReadOnlyList<ChartRow> Rows { get; init; }
}

/// <summary>One month, unit or class of a chart.</summary>
/// <param name="Label">As people read it; on the axis and in the first column.</param>
/// <param name="Cells">One for each column.</param>
/// <param name="Href">Where the rows behind it are; null for none.</param>
public sealed record ChartRow(string Label, IReadOnlyList<ChartCell> Cells, string? Href = null);

/// <summary>One number of a chart.</summary>
/// <param name="Text">As people read it.</param>
/// <param name="Value">As it is drawn, in the unit of the axis; null where there is none, and a line breaks off.</param>
/// <param name="Interval">How far off it may lie; null where that is not known.</param>
public sealed record ChartCell(string Text, double? Value = null, ChartInterval? Interval = null);

/// <summary>How far off a number may lie, in the unit of the axis.</summary>
/// <param name="Low">Not above <paramref name="High"/>.</param>
/// <param name="High">Not below <paramref name="Low"/>.</param>
/// <param name="Text">As people read it.</param>
public sealed record ChartInterval(double Low, double High, string Text);

/// <summary>What kind of picture is drawn.</summary>
public enum ChartKind
{
    /// <summary>排名条: a horizontal bar for each row, with whiskers where its number has an interval.</summary>
    Bars,

    /// <summary>折线: one to four lines over the rows, which are months or days.</summary>
    Lines,

    /// <summary>直方图: a column for each row, with a line of what was to be expected.</summary>
    Columns,
}

/// <summary>One column of the table as it is drawn.</summary>
/// <param name="Column">Its place among the table's columns, from 0.</param>
/// <param name="Band">Its interval is shaded along the line.</param>
public sealed record ChartSeries(int Column, bool Band = false);
