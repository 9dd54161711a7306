namespace Suiying.Design.Documents;

/// <summary>
/// 文件: what a report says, once, from which a page, a PDF, a Word file and an Excel workbook are made alike. Texts are ready to be read; numbers
/// are written as their reader writes them.
/// </summary>
public sealed record PrintedDocument
{
    public required string Title { get; init; }

    /// <summary>Lines under the title: number, period, issuer.</summary>
    public IReadOnlyList<string> Under { get; init; } = [];

    /// <summary>What stands on every page and sheet, as 演示数据; null for nothing.</summary>
    public string? Mark { get; init; }

    /// <summary>Whence it comes, at the foot of every page.</summary>
    public string Foot { get; init; } = "";

    public required IReadOnlyList<DocumentPart> Parts { get; init; }
}

/// <summary>One part of a document, in reading order.</summary>
public abstract record DocumentPart;

/// <summary>A heading of the second level; the title is the first.</summary>
public sealed record DocumentHeading(string Text) : DocumentPart;

/// <summary>A paragraph; line ends in it are kept.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Small">True for notes and formulas.</param>
public sealed record DocumentParagraph(string Text, bool Small = false) : DocumentPart;

/// <summary>Large numbers beside each other.</summary>
public sealed record DocumentFigures(IReadOnlyList<DocumentFigure> Figures) : DocumentPart;

/// <summary>One large number.</summary>
/// <param name="Label">What is counted.</param>
/// <param name="Value">The number with its unit.</param>
/// <param name="Note">Its formula, or with what it is compared.</param>
/// <param name="Link">Where the rows behind it are; null for none. A page follows it, paper does not.</param>
public sealed record DocumentFigure(string Label, string Value, string Note, string? Link = null);

/// <summary>A table. Every row has a cell for every column.</summary>
/// <param name="Caption">What it holds.</param>
/// <param name="Columns">Heads, and which columns hold numbers.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Note">How it is counted; null for nothing.</param>
public sealed record DocumentTable(
    string Caption,
    IReadOnlyList<DocumentColumn> Columns,
    IReadOnlyList<IReadOnlyList<DocumentCell>> Rows,
    string? Note = null
) : DocumentPart;

/// <summary>One column.</summary>
public sealed record DocumentColumn(string Name, bool Number = false);

/// <summary>One cell.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Link">As in <see cref="DocumentFigure"/>.</param>
public sealed record DocumentCell(string Text, string? Link = null);

/// <summary>Curves over time.</summary>
/// <param name="Title">What they show.</param>
/// <param name="Note">How it is counted.</param>
/// <param name="LabelHead">What the labels are.</param>
/// <param name="Labels">One for each point.</param>
/// <param name="Lines">One to three.</param>
public sealed record DocumentCurve(
    string Title,
    string Note,
    string LabelHead,
    IReadOnlyList<string> Labels,
    IReadOnlyList<DocumentLine> Lines
) : DocumentPart;

/// <summary>One curve.</summary>
/// <param name="Name">What the legend says.</param>
/// <param name="Values">One for each label, not below zero.</param>
/// <param name="Link">Where the rows behind a point are.</param>
public sealed record DocumentLine(string Name, IReadOnlyList<int> Values, Func<int, string?>? Link = null);
