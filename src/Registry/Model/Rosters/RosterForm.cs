using System.Globalization;
using Suiying.Contracts.Registry;
using Suiying.Registry.Model.Pack;

namespace Suiying.Registry.Model.Rosters;

/// <summary>值班安排的表单: one entry as an administrator fills it in, and what is wrong with it, field by field.</summary>
internal static class RosterForm
{
    public const int MostOrder = 99;

    /// <summary>The entry, or the problems; where there are problems the entry is harmless and not to be kept.</summary>
    public static (RosterEntry Entry, IReadOnlyList<FieldProblem> Problems) Read(FormText form, CitySnapshot city)
    {
        var problems = new List<FieldProblem>();
        var (unit, wrong) = CityLookup.Unit(city, "unit", form["unit"]);
        if (wrong is not null)
            problems.Add(wrong);
        else if (unit is null)
            problems.Add(new FieldProblem("unit", "请填值班的单位：代码或全称。"));
        var order = form.Number("order");
        if (order is null or < 1 or > MostOrder)
            problems.Add(new FieldProblem("order", $"次序是 1 至 {MostOrder} 的整数，1 最先呼叫。"));
        var entry = new RosterEntry
        {
            Unit = unit ?? "",
            Order = order ?? 1,
            Days = [.. form.All("days").Select(DayOf).OfType<int>().Distinct().Order()],
            From = Hour("from"),
            To = Hour("to"),
            Post = form["post"] ?? "",
            Phone = form["phone"],
        };
        if (entry.Days.Count == 0)
            problems.Add(new FieldProblem("days", "请至少选一天。"));
        if (entry.Post.Length == 0)
            problems.Add(new FieldProblem("post", "请填岗位或值班人的登录名。"));
        return (entry, problems);

        TimeOnly Hour(string field)
        {
            if (form.Time(field) is { } time)
                return time;
            problems.Add(new FieldProblem(field, $"“{form[field]}”不是时刻。请填 00:00 到 23:59，如 08:30；从和到相同就是全天。"));
            return default;
        }
    }

    /// <summary>
    /// What the pack's reader does not ask: that the unit is there to be reached, and that no two posts are the same step of the ladder at the
    /// same time. Packs that were loaded before may hold such pairs, and stay loadable.
    /// </summary>
    public static IEnumerable<FieldProblem> Clashes(RosterEntry entry, string? replaced, CitySnapshot city)
    {
        if (city.Units.Find(entry.Unit) is not { } unit)
            yield return new FieldProblem("unit", $"没有代码是“{entry.Unit}”的单位。");
        else if (unit.Successor is { } successor)
            yield return new FieldProblem("unit", $"{unit.Name}已撤销，由{city.Units.NameOf(successor)}承接，请排到承接单位。");
        var clash = city.Rosters.FirstOrDefault(other =>
            other.Unit == entry.Unit
            && other.Order == entry.Order
            && RostersFile.KeyOf(other) != replaced
            && entry.Spans().Any(span => other.Spans().Any(span.Meets))
        );
        if (clash is not null)
            yield return new FieldProblem(
                "order",
                $"第 {entry.Order} 位与已有的安排时段重叠：{clash.Post}，{RegistryWords.Hours(clash.Days, clash.From, clash.To)}。请改次序、星期或时间。"
            );
    }

    private static int? DayOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 7 ? day : null;
}
