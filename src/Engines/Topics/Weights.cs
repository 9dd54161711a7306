namespace Suiying.Engines.Topics;

/// <summary>
/// How much a feature says: its inverse document frequency (Spärck Jones 1972), ln(1 + N/n). Singles count less than pairs. One question works out what it
/// needs; whoever asks for all items has everything worked out before.
/// </summary>
internal sealed class Weights(Vocabulary vocabulary, int items)
{
    private const int Kept = 4096;
    private const int CommonShare = 100;
    private const int CommonLeast = 4;
    private const int CommonMost = 50;

    /// <summary>Pairs of characters say more than the characters alone.</summary>
    private const float SingleWeight = 0.6f;

    private readonly float[] byCarriers = new float[Kept];
    private float[] byFeature = [];
    private float[] norms = [];

    /// <summary>For all items of an index that does not change meanwhile.</summary>
    public static Weights ForAll(MatterIndex index)
    {
        var weights = new Weights(index.Words, index.Count);
        var byFeature = new float[index.Words.Size];
        for (var feature = 0; feature < byFeature.Length; feature++)
            byFeature[feature] = weights.WorkOut(feature);
        weights.byFeature = byFeature;
        var norms = new float[index.Slots];
        Parallel.For(0, norms.Length, slot => norms[slot] = index.At(slot) is { } entry ? Comparison.Norm(entry, weights) : 0);
        weights.norms = norms;
        return weights;
    }

    public float Of(int feature) => feature < byFeature.Length ? byFeature[feature] : WorkOut(feature);

    /// <summary>Sum of the squares of an entry's words, see <see cref="Comparison.Norm"/>.</summary>
    public float Norm(Entry entry) => (uint)entry.Slot < (uint)norms.Length ? norms[entry.Slot] : Comparison.Norm(entry, this);

    /// <summary>
    /// True for a pair or word that at most one item in a hundred carries, and in a large window no more than so many: what tells one case or enterprise from
    /// all others is as rare in a large city as in a small one.
    /// </summary>
    public bool IsRare(int feature) =>
        feature < vocabulary.Size
        && vocabulary.Carriers(feature) <= Math.Min(CommonMost, items / CommonShare + CommonLeast)
        && !Features.IsSingle(vocabulary.Key(feature));

    private float WorkOut(int feature)
    {
        var carriers = vocabulary.Carriers(feature);
        var rarity = carriers < Kept ? byCarriers[carriers] : Rarity(carriers);
        // Two threads that find it empty write the same.
        if (rarity == 0)
            rarity = byCarriers[carriers] = Rarity(carriers);
        return feature < vocabulary.Size && Features.IsSingle(vocabulary.Key(feature)) ? rarity * SingleWeight : rarity;
    }

    private float Rarity(int carriers) => MathF.Log(1 + items / (float)Math.Max(1, carriers));
}
