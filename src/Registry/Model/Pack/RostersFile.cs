using System.Globalization;
using Suiying.Contracts.Registry;

namespace Suiying.Registry.Model.Pack;

/// <summary>rosters.csv: who of a unit is rung, in order.</summary>
internal static class RostersFile
{
    public const string Name = "rosters.csv";

    private const int MostOrder = 99;

    public static IReadOnlyList<RosterEntry> Read(PackFolder folder, UnitsFile units)
    {
        var table = PackTable.Read(folder, Name, "unit", "order", "days", "from", "to", "post");
        var entries = new List<Located<RosterEntry>>();
        foreach (var row in table?.Rows ?? [])
        {
            var unit = row.Text("unit");
            if (unit.Length > 0 && !units.Codes.Contains(unit))
                row.Report("unit", $"单位 {unit} 不存在。", $"{UnitsFile.Name} 的 code");
            if (row.Optional("order") is null)
                row.Report("order", "order 不能为空。", $"1–{MostOrder}");
            var entry = new RosterEntry
            {
                Unit = unit,
                Order = row.Whole("order", 1, MostOrder) ?? 1,
                Days = DaysOf(row),
                From = TimeOf(row, "from"),
                To = TimeOf(row, "to"),
                Post = row.Text("post"),
                Phone = UnitsFile.PhoneOf(row),
            };
            entries.Add(new Located<RosterEntry>(entry, row.Row));
        }
        TreeCheck.Once(folder, Name, "order", entries.Select(e => (KeyOf(e.Value), e.Row)));
        return [.. entries.Select(e => e.Value)];
    }

    /// <summary>What tells one entry from another: a post that changes is the same entry changed.</summary>
    public static string KeyOf(RosterEntry entry) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{entry.Unit}/{entry.Order:00}/{string.Concat(entry.Days)}/{entry.From:HHmm}-{entry.To:HHmm}"
        );

    private static IReadOnlyList<int> DaysOf(PackRow row)
    {
        var text = row.Text("days");
        if (text == "*")
            return [1, 2, 3, 4, 5, 6, 7];
        var days = new SortedSet<int>();
        foreach (var item in row.List("days"))
        {
            var ends = item.Split('-').Select(end => end is [>= '1' and <= '7'] ? end[0] - '0' : 0).ToList();
            if (ends.Count > 2 || ends.Contains(0) || ends[0] > ends[^1])
            {
                row.Report("days", $"“{item}”不是星期。", "1–7（星期一到星期日）、1-5 之类的一段，或 *");
                return [];
            }
            days.UnionWith(Enumerable.Range(ends[0], ends[^1] - ends[0] + 1));
        }
        return [.. days];
    }

    private static TimeOnly TimeOf(PackRow row, string field)
    {
        var text = row.Text(field);
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time;
        if (text.Length > 0)
            row.Report(field, $"“{text}”不是时刻。", "00:00 到 23:59，如 08:30");
        return default;
    }
}
