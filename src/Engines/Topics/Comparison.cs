namespace Suiying.Engines.Topics;

/// <summary>Compares the words of two entries. Symmetric; costs time in proportion to their features.</summary>
internal static class Comparison
{
    private const int RareOfName = 2;
    private const float TitleWeight = 1.5f;

    /// <summary>
    /// Cosine of the words outside of place names, 0 to 1; and whether both titles share two or more rare words, as the name of an enterprise, a case or
    /// a programme is. A word that stands in the name of a place on one side counts on neither.
    /// </summary>
    public static (float Matter, bool SameName) Matter(Entry one, Entry other, Weights weights)
    {
        float both = 0,
            placeOnes = 0,
            placeOthers = 0;
        var rare = 0;
        ReadOnlySpan<int> a = one.Features,
            b = other.Features;
        int i = 0,
            j = 0;
        while (i < a.Length && j < b.Length)
        {
            var (x, y) = (a[i], b[j]);
            var (feature, second) = (Entry.FeatureOf(x), Entry.FeatureOf(y));
            if (feature != second)
            {
                // Which of the two is smaller nobody can foretell, so this is arithmetic and no branch.
                i += feature < second ? 1 : 0;
                j += second < feature ? 1 : 0;
                continue;
            }
            (i, j) = (i + 1, j + 1);
            var weight = weights.Of(feature);
            if (Entry.InTitle(x & y) && weights.IsRare(feature) && !Entry.InPlace(x | y))
                rare++;
            var (ones, others) = (Weighted(weight, x), Weighted(weight, y));
            if (!Entry.InPlace(x | y))
                both += ones * others;
            else if (!Entry.InPlace(x))
                placeOnes += ones * ones;
            else if (!Entry.InPlace(y))
                placeOthers += others * others;
        }
        return (Cosine(both, weights.Norm(one) - placeOnes, weights.Norm(other) - placeOthers), rare >= RareOfName);
    }

    /// <summary>Sum of the squares of what lies outside of place names.</summary>
    public static float Norm(Entry entry, Weights weights)
    {
        var norm = 0f;
        foreach (var packed in entry.Features)
            norm += Entry.InPlace(packed) ? 0 : Square(weights, packed);
        return norm;
    }

    private static float Square(Weights weights, int packed)
    {
        var weighted = Weighted(weights.Of(Entry.FeatureOf(packed)), packed);
        return weighted * weighted;
    }

    /// <summary>A title's words say more.</summary>
    public static float Weighted(float weight, int packed) => Entry.InTitle(packed) ? weight * TitleWeight : weight;

    private static float Cosine(float both, float one, float other) => one <= 0 || other <= 0 ? 0 : both / MathF.Sqrt(one * other);
}
