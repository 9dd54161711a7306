using System.Globalization;
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
        if (rows.Count > 0)
            return rows;
        Say.Aside("测量至少要有一行合格的数据。");
        return null;
    }

    private static RowProblem? Take(TestRow line, List<RequestRow> rows)
    {
        if (
            !DateTimeOffset.TryParse(line["time"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            || at.Year < 1900
        )
            return new RowProblem(line.Number, "time", "不是时间，这一行没有用。", "2026-01-31 08:30:00");
        rows.Add(new RequestRow(line["id"], line["title"], line["body"], at, line["reply"], line["label"]));
        return null;
    }
}
