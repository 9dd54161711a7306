namespace Suiying.Registry.Model.Pack;

/// <summary>One node of a tree as a file gives it.</summary>
internal readonly record struct Node(string Code, string? Parent, int Row);

/// <summary>What every tree in a pack must be: codes once, parents known, no ring.</summary>
internal static class TreeCheck
{
    public static void Run(PackFolder folder, string file, IReadOnlyList<Node> nodes)
    {
        Once(folder, file, "code", nodes.Select(n => (n.Code, n.Row)));
        var parents = new Dictionary<string, string?>();
        foreach (var node in nodes)
            parents.TryAdd(node.Code, node.Parent);
        foreach (var node in nodes)
        {
            if (node.Parent is { } parent && !parents.ContainsKey(parent))
                folder.Report(file, node.Row, "parent", $"上级 {parent} 不存在。", "同一文件中的 code");
        }
        ReportRings(folder, file, nodes, parents, "parent", "上级关系");
    }

    /// <summary>Who took over is known, and following who took over comes to an end; the node's parent is its successor here.</summary>
    public static void Successors(PackFolder folder, string file, IReadOnlyList<Node> nodes)
    {
        var next = new Dictionary<string, string?>();
        foreach (var node in nodes)
            next.TryAdd(node.Code, node.Parent);
        foreach (var node in nodes)
        {
            if (node.Parent is { } successor && !next.ContainsKey(successor))
                folder.Report(file, node.Row, "successor", $"承接者 {successor} 不存在。", "同一文件中的 code");
        }
        ReportRings(folder, file, nodes, next, "successor", "承接关系");
    }

    /// <summary>Reports each value that stands on more than one row, on the later rows.</summary>
    public static void Once(PackFolder folder, string file, string field, IEnumerable<(string Value, int Row)> values)
    {
        var seen = new Dictionary<string, int>();
        foreach (var (value, row) in values)
        {
            if (value.Length > 0 && !seen.TryAdd(value, row))
                folder.Report(file, row, field, $"“{value}”与第 {seen[value]} 行重复。");
        }
    }

    private static void ReportRings(
        PackFolder folder,
        string file,
        IReadOnlyList<Node> nodes,
        Dictionary<string, string?> parents,
        string field,
        Phrase what
    )
    {
        // 1 is on the way being walked, 2 is known to end.
        var state = new Dictionary<string, int>();
        var rowOf = nodes.GroupBy(n => n.Code).ToDictionary(g => g.Key, g => g.First().Row);
        foreach (var node in nodes)
        {
            var way = new List<string>();
            var code = node.Code;
            while (code is not null && parents.TryGetValue(code, out var parent) && state.TryAdd(code, 1))
            {
                way.Add(code);
                code = parent;
            }
            if (code is not null && state.GetValueOrDefault(code) == 1)
            {
                var ring = way.Skip(way.IndexOf(code)).Append(code);
                folder.Report(file, rowOf[code], field, $"{what}成了环：{string.Join(" → ", ring)}。");
            }
            foreach (var step in way)
                state[step] = 2;
        }
    }
}
