using System.Globalization;
using System.Text;

namespace Suiying.Registry.Model.Pack;

/// <summary>areas.csv as it is, to be written back with other positions; columns that we do not know stay.</summary>
internal sealed class AreaRows
{
    private static readonly string[] Written = ["lon", "lat", "schematic"];

    private readonly List<string> columns;
    private readonly List<List<string>> rows;

    private AreaRows(List<string> columns, List<List<string>> rows) => (this.columns, this.rows) = (columns, rows);

    /// <summary>Null where the file cannot be read; the problem is then reported.</summary>
    public static AreaRows? Read(PackFolder folder)
    {
        if (PackTable.Read(folder, AreasFile.Name, "code") is not { } table)
            return null;
        var columns = table.Columns.ToList();
        var rows = table.Rows.Select(r => r.Cells.ToList()).ToList();
        foreach (var column in Written.Except(columns).ToList())
        {
            columns.Add(column);
            rows.ForEach(r => r.Add(""));
        }
        return new AreaRows(columns, rows);
    }

    public void Place(string code, double longitude, double latitude)
    {
        Set(code, "lon", longitude.ToString("0.#####", CultureInfo.InvariantCulture));
        Set(code, "lat", latitude.ToString("0.#####", CultureInfo.InvariantCulture));
    }

    public void Mark(string code, bool schematic) => Set(code, "schematic", schematic ? "true" : "false");

    public string ToCsv()
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(columns))
            text.AppendJoin(',', row.Select(PackWriter.Quoted)).Append('\n');
        return text.ToString();
    }

    private void Set(string code, string column, string value)
    {
        var (key, at) = (columns.IndexOf("code"), columns.IndexOf(column));
        foreach (var row in rows.Where(r => r[key] == code))
            row[at] = value;
    }
}
