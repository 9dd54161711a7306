using Suiying.Engines.Dispatch;
using Suiying.Engines.Tables;

namespace Suiying.Cli.Evaluation;

/// <summary>One request with the unit that got it; without one where the file does not say.</summary>
internal sealed record DispatchRow(string Id, DispatchMatter Matter, DispatchUnit Unit)
{
    public bool Decided => Unit.Code.Length > 0;
}

/// <summary>A CSV of requests and the units that got them. Only what is known before the dispatch is read of a request.</summary>
internal sealed class DispatchTable
{
    private const string Created = "CREATE_TIME";
    private const string UnitCode = "DISPOSE_UNIT_ID";
    private const string UnitName = "DISPOSE_UNIT_NAME";
    private const string Nothing = "-";

    private static readonly string[] PlaceNames = ["COMMUNITY_NAME", "STREET_NAME"];

    private DispatchTable(IReadOnlyList<DispatchRow> rows) => Rows = rows;

    public static DispatchFields Fields { get; } =
        new()
        {
            What = ["SUB_TYPE_ID", "MAIN_TYPE_ID", "EVENT_TYPE_ID"],
            Where = ["COMMUNITY_ID", "STREET_ID"],
            How = ["EVENT_SRC_ID", "EVENT_PROPERTY_ID"],
        };

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<DispatchRow> Rows { get; }

    /// <summary>Tells bad rows and leaves them out; null, and told why, where the file cannot be read at all.</summary>
    public static DispatchTable? Read(string path)
    {
        if (TestTable.Open(path) is not { } table || !table.Needs(Fields.All.Append(Created).Append(UnitCode)))
            return null;
        var rows = new List<DispatchRow>();
        table.Each(line => Take(line, rows));
        return new DispatchTable(rows);
    }

    private static RowProblem? Take(TestRow line, List<DispatchRow> rows)
    {
        string Cell(string column) => line[column] is var cell && cell != Nothing ? cell : "";
        if (line.Time(Created, out var at) is { } problem)
            return problem;
        var matter = new DispatchMatter
        {
            Codes = [.. Fields.All.Select(Cell)],
            At = at,
            Places = [.. PlaceNames.Select(Cell)],
        };
        rows.Add(new DispatchRow(Cell("REC_ID"), matter, new DispatchUnit(Cell(UnitCode), Cell(UnitName))));
        return rows[^1].Decided
            ? null
            : new RowProblem(line.Number, UnitCode, "没有承办单位，这一行不用来学习，也不计入成绩。", "单位编号");
    }
}
