using System.Runtime.InteropServices;

namespace Suiying.Engines.Dispatch;

/// <summary>The units that come into question for a matter, each with its place among them. A buffer, used again for each matter.</summary>
internal sealed class Candidates
{
    /// <summary>Where there are more units, only so many come into question, so that a matter costs no more in a city of thousands.</summary>
    public const int Most = 512;

    private readonly List<int> units = [];
    private int[] places = [];

    public int Count => units.Count;

    public bool IsFull => Count >= Most;

    public ReadOnlySpan<int> Units => CollectionsMarshal.AsSpan(units);

    /// <summary>Where a unit stands, or -1.</summary>
    public int Find(int unit) => places[unit] - 1;

    /// <summary>Nobody comes into question yet, of so many.</summary>
    public void Clear(int all)
    {
        foreach (var unit in units)
            places[unit] = 0;
        units.Clear();
        if (places.Length < all)
            Array.Resize(ref places, all * 2);
    }

    public void Add(int unit)
    {
        if (places[unit] > 0)
            return;
        units.Add(unit);
        places[unit] = units.Count;
    }
}
