using Suiying.Engines.Learning;
using Suiying.Engines.Tables;

namespace Suiying.Cli.Evaluation;

/// <summary>One letter with its label; the label is empty where the file does not say.</summary>
internal sealed record LetterRow(string Id, LabelledText Text)
{
    public bool Labelled => Text.Label.Length > 0;
}

/// <summary>A CSV of letters: with title and body, or as tokens with spaces between.</summary>
internal static class LetterTable
{
    private const string Label = "label";
    private const string Body = "body";
    private const string Tokens = "tokens";

    /// <summary>The rows in the order of the file, also those without a label. Null, and told why, where the file cannot be read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="learnt">Whether its labels are needed: a row without one is then told as bad.</param>
    public static IReadOnlyList<LetterRow>? Read(string path, bool learnt)
    {
        if (TestTable.Open(path) is not { } table)
            return null;
        var text = table.Has(Tokens) ? Tokens : Body;
        if (!table.Needs(learnt ? [text, Label] : [text]))
            return null;
        var rows = new List<LetterRow>();
        table.Each(line => Take(line, text, learnt, rows));
        return rows;
    }

    private static RowProblem? Take(TestRow line, string text, bool learnt, List<LetterRow> rows)
    {
        var row = new LetterRow(line["id"], new LabelledText(line["title"], line[text], line[Label]));
        if (learnt && !row.Labelled)
            return new RowProblem(line.Number, Label, "没有类别，这一行不用来学习。", "类别的名称或编号");
        rows.Add(row);
        return null;
    }
}
