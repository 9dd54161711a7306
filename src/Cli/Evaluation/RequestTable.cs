using Suiying.Engines.Tables;

namespace Suiying.Cli.Evaluation;

/// <summary>One request as its sender wrote it, with the reply where the file has one, and what somebody marked as right.</summary>
internal sealed record RequestRow(string Id, string Title, string Body, DateTimeOffset At, string Reply, string Label);

/// <summary>A CSV of requests: id, title, body, time, label; for replies also reply.</summary>
internal static class RequestTable
{
    /// <summary>The good rows in the order of the file; null, and told why, where it cannot be read or holds none.</summary>
    /// <param name="path">The file.</param>
    /// <param name="faultOf">What is wrong with a row's label, or null.</param>
    /// <param name="more">Columns that must be there besides.</param>
    public static IReadOnlyList<RequestRow>? Read(string path, Func<TestRow, RowProblem?> faultOf, params string[] more)
    {
        if (TestTable.Open(path) is not { } table || !table.Needs(["id", "title", "body", "time", "label", .. more]))
            return null;
        var rows = new List<RequestRow>();
        table.Each(line => faultOf(line) ?? Take(line, rows));
        return TestTable.Some(rows);
    }

    private static RowProblem? Take(TestRow line, List<RequestRow> rows)
    {
        if (line.Time("time", out var at) is { } problem)
            return problem;
        rows.Add(new RequestRow(line["id"], line["title"], line["body"], at, line["reply"], line["label"]));
        return null;
    }
}
