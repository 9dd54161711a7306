namespace Suiying.Engines.Dispatch;

/// <summary>Decisions by month, the month counted from year 0; as far back as evidence may look.</summary>
internal sealed class MonthCounts
{
    private const int Kept = 24;

    private readonly List<(int Month, int Count)> months = [];

    /// <summary>Only those with a decision.</summary>
    public IReadOnlyList<(int Month, int Count)> All => months;

    public void Add(int month, int count)
    {
        var at = months.FindIndex(m => m.Month == month);
        if (at < 0 && count > 0)
        {
            months.Add((month, count));
            if (months.Count > Kept)
                months.Remove(months.MinBy(m => m.Month));
        }
        else if (at >= 0)
        {
            months[at] = (month, months[at].Count + count);
            if (months[at].Count <= 0)
                months.RemoveAt(at);
        }
    }

    public void Take(MonthCounts other)
    {
        foreach (var (month, count) in other.months)
            Add(month, count);
    }

    /// <summary>How many decisions there are from one month to another, and in which month the first is; in the last where there is none.</summary>
    public (int Count, int Since) Between(int from, int to)
    {
        var (sum, since) = (0, to);
        foreach (var (month, count) in months)
        {
            if (month < from || month > to)
                continue;
            sum += count;
            since = Math.Min(since, month);
        }
        return (sum, since);
    }
}
