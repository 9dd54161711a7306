using System.Text;

namespace Suiying.Architecture.House;

/// <summary>Enough of RFC 4180 to read one column, without trusting the reader that is judged.</summary>
public static class Csv
{
    public static IEnumerable<string> Column(string text, string name)
    {
        var rows = Rows(text.TrimStart('\uFEFF').Replace("\r", "", StringComparison.Ordinal)).ToList();
        var index = rows.Count == 0 ? -1 : rows[0].IndexOf(name);
        return rows.Skip(1)
            .Where(row => row.Count > 1 || row[0].Length > 0)
            .Select(row => index >= 0 && index < row.Count ? row[index] : "");
    }

    private static IEnumerable<List<string>> Rows(string text)
    {
        var row = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[++i]);
            else if (c == '"')
                quoted = !quoted;
            else if (quoted || (c != ',' && c != '\n'))
                cell.Append(c);
            else
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (c == ',')
                    continue;
                yield return row;
                row = [];
            }
        }
        if (cell.Length > 0 || row.Count > 0)
            yield return [.. row, cell.ToString()];
    }
}
