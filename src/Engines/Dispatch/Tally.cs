namespace Suiying.Engines.Dispatch;

/// <summary>How often each unit was decided for, on one level with one combination of codes.</summary>
internal sealed class Tally
{
    /// <summary>In the order in which they came, which keeps sums the same after loading.</summary>
    public List<Share> Shares { get; } = [];

    public Share Of(int unit)
    {
        var share = Find(unit);
        if (share is null)
            Shares.Add(share = new Share(unit));
        return share;
    }

    public Share? Find(int unit)
    {
        foreach (var share in Shares)
            if (share.Unit == unit)
                return share;
        return null;
    }

    /// <summary>Gives the decisions of one unit to another.</summary>
    public void Move(int from, int into)
    {
        if (Find(from) is not { } moved)
            return;
        Shares.Remove(moved);
        Of(into).Take(moved);
    }
}

/// <summary>The part of one unit in a <see cref="Tally"/>.</summary>
internal sealed class Share(int unit)
{
    /// <summary>Months that are kept for evidence.</summary>
    public const int MonthsKept = 24;

    public int Unit { get; } = unit;

    /// <summary>All decisions.</summary>
    public int Count { get; private set; }

    /// <summary>The sum of the decisions' weights, each 2^(days since the first decision ÷ half-life): who asks divides by the weight of today.</summary>
    public double Recent { get; private set; }

    /// <summary>Decisions by month, the month counted from year 0.</summary>
    public List<(int Month, int Count)> Months { get; } = [];

    public void Add(double weight, int month)
    {
        Count++;
        Recent += weight;
        AddMonth(month, 1);
    }

    /// <summary>False where nothing of it was counted.</summary>
    public bool Remove(double weight, int month)
    {
        if (Count == 0)
            return false;
        Count--;
        Recent = Count == 0 ? 0 : Math.Max(0, Recent - weight);
        var at = Months.FindIndex(m => m.Month == month);
        if (at >= 0)
            AddMonth(month, -1);
        return true;
    }

    public void Take(Share other)
    {
        Count += other.Count;
        Recent += other.Recent;
        foreach (var (month, count) in other.Months)
            AddMonth(month, count);
    }

    public void Restore(int count, double recent) => (Count, Recent) = (count, recent);

    private void AddMonth(int month, int count)
    {
        var at = Months.FindIndex(m => m.Month == month);
        if (at >= 0)
        {
            Months[at] = (month, Months[at].Count + count);
            if (Months[at].Count == 0)
                Months.RemoveAt(at);
            return;
        }
        Months.Add((month, count));
        if (Months.Count > MonthsKept)
            Months.Remove(Months.MinBy(m => m.Month));
    }
}
