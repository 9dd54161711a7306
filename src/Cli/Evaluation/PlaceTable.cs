using Suiying.Engines.Tables;

namespace Suiying.Cli.Evaluation;

/// <summary>One text with the codes of the places that it may tell of: none, one, or several among which it is right to ask.</summary>
/// <param name="Id">As the file names the row.</param>
/// <param name="Text">Title and body, with a line break between.</param>
/// <param name="Codes">In the order of the file.</param>
/// <param name="Kind">What is special about the text, where somebody says.</param>
internal sealed record PlaceRow(string Id, string Text, IReadOnlyList<string> Codes, string Kind = "")
{
    public string Label => string.Join(PlaceTable.Separator, Codes);
}

/// <summary>A CSV of marked texts, and the gazetteer in which they are read.</summary>
internal static class PlaceTable
{
    public const char Separator = '|';

    /// <summary>The good rows in the order of the file; null, and told why, where it cannot be read or holds none.</summary>
    public static IReadOnlyList<PlaceRow>? Read(string path, IReadOnlySet<string> codes)
    {
        if (TestTable.Open(path) is not { } table || !table.Needs("id", "title", "body", "label"))
            return null;
        var rows = new List<PlaceRow>();
        table.Each(line => Take(line, codes, rows));
        return TestTable.Some(rows);
    }

    private static RowProblem? Take(TestRow line, IReadOnlySet<string> codes, List<PlaceRow> rows)
    {
        var label = line["label"].Split(Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (label.Any(c => !codes.Contains(c)))
            return new RowProblem(
                line.Number,
                "label",
                "城市包里没有这个区划代码，这一行没有用。",
                "areas.csv 里的 code，几个用 | 隔开，没有地点留空"
            );
        rows.Add(new PlaceRow(line["id"], $"{line["title"]}\n{line["body"]}", label));
        return null;
    }
}
