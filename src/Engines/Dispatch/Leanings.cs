using System.Runtime.InteropServices;

namespace Suiying.Engines.Dispatch;

/// <summary>
/// A softmax regression over the single codes: how much each code leans towards or away from each unit, beyond what the counts say. Learnt
/// by steps of AdaGrad (Duchi, Hazan, Singer, JMLR 2011) with a little shrinkage. A unit that hardly comes into question is not touched, so that a
/// code knows only the units it has to do with.
/// </summary>
internal sealed class Leanings(int fields)
{
    private const double Rate = 0.05;
    private const double Shrinkage = 0.001;
    private const double Start = 0.1;

    /// <summary>Below this chance a unit hardly comes into question.</summary>
    private const double LeastChance = 0.001;

    private readonly List<Dictionary<int, Leaning>?>[] of =
    [
        .. Enumerable.Range(0, fields).Select(_ => new List<Dictionary<int, Leaning>?>()),
    ];

    /// <summary>By field, then by code, then by unit; null where none was learnt.</summary>
    public IReadOnlyList<List<Dictionary<int, Leaning>?>> Of => of;

    /// <summary>Adds what a code says to the scores of units.</summary>
    public void AddTo(Span<double> scores, ReadOnlySpan<int> units, int field, int code)
    {
        if (code >= of[field].Count || of[field][code] is not { } known)
            return;
        for (var at = 0; at < units.Length; at++)
            if (known.TryGetValue(units[at], out var leaning))
                scores[at] += leaning.Weight;
    }

    /// <summary>One step towards the unit that was decided.</summary>
    public void Learn(int field, int code, int decided, ReadOnlySpan<int> units, ReadOnlySpan<double> chances)
    {
        while (of[field].Count <= code)
            of[field].Add(null);
        var known = of[field][code] ??= [];
        for (var at = 0; at < units.Length; at++)
        {
            var isDecided = units[at] == decided;
            if (chances[at] < LeastChance && !isDecided)
                continue;
            ref var leaning = ref CollectionsMarshal.GetValueRefOrAddDefault(known, units[at], out _);
            var slope = (isDecided ? 1 : 0) - chances[at] - Shrinkage * leaning.Weight;
            leaning.Steepness += slope * slope;
            leaning.Weight += Rate * slope / Math.Sqrt(leaning.Steepness + Start);
        }
    }

    /// <summary>A unit that takes another's place begins with its leanings.</summary>
    public void Copy(int from, int into)
    {
        foreach (var known in of.SelectMany(list => list))
            if (known is not null && known.TryGetValue(from, out var leaning))
                known[into] = leaning;
    }
}

/// <summary>What one code says of one unit.</summary>
internal struct Leaning
{
    public double Weight { get; set; }

    /// <summary>The sum of squared slopes.</summary>
    public double Steepness { get; set; }
}
