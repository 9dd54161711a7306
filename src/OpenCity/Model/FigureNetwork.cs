using Suiying.Engines.Statistics;

namespace Suiying.OpenCity.Model;

/// <summary>
/// One number of all tables of a month, as a network: counties by categories of the first level, the sums of both, and each of these broken down
/// along its tree.
/// </summary>
internal sealed class FigureNetwork
{
    private readonly CountNetwork network = new();
    private readonly List<(string Area, string Category)> lines = [];
    private readonly Func<(string Area, string Category), int> count;

    public FigureNetwork(OpenKeys keys, Func<(string Area, string Category), int> count)
    {
        this.count = count;
        var (areas, categories) = (network.Node(), network.Node());
        var rows = Tops(keys.City, keys.Areas).ToDictionary(key => key, _ => network.Node());
        var columns = Tops(OpenKeys.All, keys.Categories).ToDictionary(key => key, _ => network.Node());
        foreach (var (area, row) in rows)
        foreach (var (category, column) in columns)
            Add(column, row, (area, category));
        Add(areas, categories, (keys.City, OpenKeys.All), worth: 1000);
        foreach (var (area, row) in rows)
            Break(area, keys.Areas, part => (part, OpenKeys.All), (row, areas));
        foreach (var (category, column) in columns)
            Break(category, keys.Categories, part => (keys.City, part), (categories, column));
    }

    /// <summary>Lines of all tables, by area and category.</summary>
    public IReadOnlyList<(string Area, string Category)> Lines => lines;

    /// <summary>The lines whose number is not published.</summary>
    public HashSet<(string Area, string Category)> Hidden(int least)
    {
        var hidden = SmallCells.Hide(network, least);
        return [.. lines.Where((_, arc) => hidden[arc])];
    }

    /// <summary>A sum, and its parts one after the other as far as they go.</summary>
    private void Break(
        string key,
        Func<string, IEnumerable<string>> partsOf,
        Func<string, (string, string)> lineOf,
        (int From, int To) between
    )
    {
        var parts = Parts(key, partsOf);
        if (parts.Count == 0)
        {
            Add(between.From, between.To, lineOf(key));
            return;
        }
        var middle = network.Node();
        // A sum is missed more than its parts.
        Add(between.From, middle, lineOf(key), worth: 4);
        foreach (var part in parts)
            Break(part, partsOf, lineOf, (middle, between.To));
    }

    private void Add(int from, int to, (string, string) line, int worth = 1)
    {
        network.Add(from, to, count(line), worth);
        lines.Add(line);
    }

    /// <summary>What the whole is broken down to first; in a city without parts one line stands for all.</summary>
    private static List<string> Tops(string whole, Func<string, IEnumerable<string>> partsOf) =>
        Parts(whole, partsOf) is { Count: > 0 } parts ? parts : [OpenKeys.RestOf(whole)];

    /// <summary>Parts with what lies in none of them; none where there are none.</summary>
    private static List<string> Parts(string key, Func<string, IEnumerable<string>> partsOf) =>
        partsOf(key).ToList() is { Count: > 0 } parts ? [.. parts, OpenKeys.RestOf(key)] : [];
}
