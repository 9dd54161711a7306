namespace Suiying.Engines.Topics;

/// <summary>
/// The middle of some entries. The sum of the cosines of one with all of them is one product with the sum of their vectors, each of length one, so it
/// costs no more than a single comparison.
/// </summary>
internal sealed class Middle
{
    private readonly Weights weights;
    private readonly HashSet<Entry> members = [];
    private readonly Dictionary<int, double> sum = [];

    public Middle(IEnumerable<Entry> entries, Weights weights)
    {
        this.weights = weights;
        foreach (var entry in entries)
        {
            members.Add(entry);
            var length = Length(entry);
            foreach (var packed in entry.Features)
                sum[Entry.FeatureOf(packed)] = sum.GetValueOrDefault(Entry.FeatureOf(packed)) + Weight(packed) / length;
        }
    }

    /// <summary>Sum of the cosines with all but itself. Rounded, so that two of the same words are equal.</summary>
    public double Likeness(Entry entry)
    {
        var product = 0.0;
        foreach (var packed in entry.Features)
            product += Weight(packed) * sum.GetValueOrDefault(Entry.FeatureOf(packed));
        var length = Length(entry);
        return length == 0 ? 0 : Math.Round(product / length - (members.Contains(entry) ? 1 : 0), 6);
    }

    private double Length(Entry entry)
    {
        var squares = 0.0;
        foreach (var packed in entry.Features)
            squares += Weight(packed) * Weight(packed);
        return Math.Sqrt(squares);
    }

    private double Weight(int packed) => Comparison.Weighted(weights.Of(Entry.FeatureOf(packed)), packed);
}
