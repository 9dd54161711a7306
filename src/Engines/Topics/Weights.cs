namespace Suiying.Engines.Topics;

/// <summary>
/// How much a feature says: its inverse document frequency (Spärck Jones 1972), ln(1 + N/n). Singles count less than pairs.
/// </summary>
internal sealed class Weights(Vocabulary vocabulary, int items)
{
    private const int Kept = 4096;
    private const int CommonShare = 100;
    private const int CommonLeast = 4;

    private readonly float[] byCarriers = [.. Enumerable.Range(0, Kept).Select(n => Rarity(items, n))];

    public float Of(int feature)
    {
        var carriers = vocabulary.Carriers(feature);
        var rarity = carriers < Kept ? byCarriers[carriers] : Rarity(items, carriers);
        return feature < vocabulary.Size && Features.IsSingle(vocabulary.Key(feature)) ? rarity * Comparison.SingleWeight : rarity;
    }

    /// <summary>True for a pair or word that at most one item in a hundred carries.</summary>
    public bool IsRare(int feature) =>
        feature < vocabulary.Size
        && vocabulary.Carriers(feature) <= items / CommonShare + CommonLeast
        && !Features.IsSingle(vocabulary.Key(feature));

    private static float Rarity(int items, int carriers) => MathF.Log(1 + items / (float)Math.Max(1, carriers));
}
