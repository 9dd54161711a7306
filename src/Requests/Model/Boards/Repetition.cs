namespace Suiying.Requests.Model;

/// <summary>重复诉求: the same person comes with the same category within 30 days of their last such request. A number of days of our own (示例).</summary>
public static class Repetition
{
    public const int Days = 30;

    /// <summary>The same rows in the same order, each with <see cref="BoardRow.Repeats"/>. Whoever is anonymous repeats nothing.</summary>
    public static List<BoardRow> Mark(IReadOnlyList<BoardRow> rows)
    {
        var repeats = new HashSet<long>();
        var asked = rows.Where(r => r is { PersonId: not null, Category: not null }).GroupBy(r => (r.PersonId, r.Category));
        foreach (var same in asked.Where(g => g.Skip(1).Any()))
        {
            var inOrder = same.OrderBy(r => r.RegisteredAt).ThenBy(r => r.Serial).ToList();
            foreach (var (before, row) in inOrder.Zip(inOrder.Skip(1)))
            {
                if (row.RegisteredAt - before.RegisteredAt <= TimeSpan.FromDays(Days))
                    repeats.Add(row.Serial);
            }
        }
        return [.. rows.Select(r => repeats.Contains(r.Serial) ? r with { Repeats = true } : r)];
    }
}
