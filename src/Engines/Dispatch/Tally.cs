namespace Suiying.Engines.Dispatch;

/// <summary>How often each unit was decided for, on one level with one combination of codes.</summary>
internal sealed class Tally
{
    /// <summary>Above so many units they are looked up instead of looked through.</summary>
    private const int Few = 8;

    private readonly List<Share> shares = [];
    private Dictionary<int, int>? places;

    /// <summary>What went there often stands before what seldom did.</summary>
    public IReadOnlyList<Share> Shares => shares;

    /// <summary>All decisions.</summary>
    public int Count { get; private set; }

    /// <summary>The sum of <see cref="Share.Recent"/>.</summary>
    public double Recent { get; private set; }

    public MonthCounts Months { get; } = new();

    public void Add(int unit, double weight, int month)
    {
        if (Find(unit) is not { } share)
            Put(share = new Share(unit));
        share.Add(weight, month);
        (Count, Recent) = (Count + 1, Recent + weight);
        Months.Add(month, 1);
        Rise(share);
    }

    /// <summary>Takes back one decision of a unit that is counted.</summary>
    public void Remove(Share share, double weight, int month)
    {
        var recent = share.Recent;
        share.Remove(weight, month);
        (Count, Recent) = (Count - 1, Math.Max(0, Recent - (recent - share.Recent)));
        Months.Add(month, -1);
        if (share.Count == 0)
            Drop(share);
    }

    public Share? Find(int unit)
    {
        if (places is not null)
            return places.TryGetValue(unit, out var place) ? shares[place] : null;
        foreach (var share in shares)
            if (share.Unit == unit)
                return share;
        return null;
    }

    /// <summary>Gives the decisions of one unit to another.</summary>
    public void Move(int from, int into)
    {
        if (Find(from) is not { } moved)
            return;
        Drop(moved);
        if (Find(into) is not { } share)
            Put(share = new Share(into));
        share.Take(moved);
        Rise(share);
    }

    public void Restore(IEnumerable<Share> saved, double recent)
    {
        foreach (var share in saved)
        {
            Put(share);
            Count += share.Count;
            Months.Take(share.Months);
        }
        Recent = recent;
    }

    private void Put(Share share)
    {
        shares.Add(share);
        if (places is not null)
            places.Add(share.Unit, shares.Count - 1);
        else if (shares.Count > Few)
            places = shares.Index().ToDictionary(s => s.Item.Unit, s => s.Index);
    }

    private void Drop(Share share)
    {
        shares.Remove(share);
        places = shares.Count > Few ? shares.Index().ToDictionary(s => s.Item.Unit, s => s.Index) : null;
    }

    private void Rise(Share share)
    {
        var place = places is null ? shares.IndexOf(share) : places[share.Unit];
        for (; place > 0 && shares[place - 1].Count < share.Count; place--)
        {
            (shares[place - 1], shares[place]) = (share, shares[place - 1]);
            if (places is not null)
                (places[share.Unit], places[shares[place].Unit]) = (place - 1, place);
        }
    }
}

/// <summary>The part of one unit in a <see cref="Tally"/>.</summary>
internal sealed class Share(int unit)
{
    public int Unit { get; } = unit;

    /// <summary>All decisions.</summary>
    public int Count { get; private set; }

    /// <summary>The sum of the decisions' weights, each 2^(days since the first decision ÷ half-life): who asks divides by the weight of today.</summary>
    public double Recent { get; private set; }

    public MonthCounts Months { get; } = new();

    public void Add(double weight, int month)
    {
        Count++;
        Recent += weight;
        Months.Add(month, 1);
    }

    public void Remove(double weight, int month)
    {
        Count--;
        Recent = Count == 0 ? 0 : Math.Max(0, Recent - weight);
        Months.Add(month, -1);
    }

    public void Take(Share other)
    {
        Count += other.Count;
        Recent += other.Recent;
        Months.Take(other.Months);
    }

    public void Restore(int count, double recent) => (Count, Recent) = (count, recent);
}
