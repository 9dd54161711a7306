using System.Globalization;
using Suiying.Engines.Tables;
using Suiying.Engines.Topics;

namespace Suiying.Cli.Evaluation;

/// <summary>Letters with title, body and time, and as far as the file says, who wrote them and how many agreed.</summary>
internal static class MatterTable
{
    private const string Time = "time";

    /// <summary>In the order of the file; bad rows are told and left out. Null, and told why, where the file cannot be read or holds none.</summary>
    public static IReadOnlyList<MatterItem>? Read(string path)
    {
        if (TestTable.Open(path) is not { } table || !table.Needs("title", "body", Time))
            return null;
        var (items, ids) = (new List<MatterItem>(), new HashSet<string>(StringComparer.Ordinal));
        table.Each(line => Take(line, items, ids));
        return TestTable.Some(items);
    }

    private static RowProblem? Take(TestRow line, List<MatterItem> items, HashSet<string> ids)
    {
        if (line.Time(Time, out var at) is { } problem)
            return problem;
        var id = line["id"].Length > 0 ? line["id"] : line.Number.ToString(CultureInfo.InvariantCulture);
        if (!ids.Add(id))
            return new RowProblem(line.Number, "id", "编号重复，这一行没有用。", "每行一个编号");
        var likes = 0;
        if (line["likes"].Length > 0 && !int.TryParse(line["likes"], NumberStyles.None, CultureInfo.InvariantCulture, out likes))
            return new RowProblem(line.Number, "likes", "不是点赞数，这一行没有用。", "没有人点赞写 0 或留空");
        items.Add(
            new MatterItem
            {
                Id = id,
                Title = line["title"],
                Body = line["body"],
                At = at,
                Author = line["user"],
                Likes = likes,
            }
        );
        return null;
    }
}
