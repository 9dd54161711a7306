namespace Suiying.Testing.Matters;

/// <summary>What several people are going to write about.</summary>
/// <param name="Place">Where.</param>
/// <param name="Trouble">What.</param>
/// <param name="Facts">Which of its facts hold.</param>
/// <param name="Count">The number that belongs to them.</param>
internal sealed record PlantedMatter(InventedPlace Place, Trouble Trouble, int[] Facts, int Count)
{
    /// <summary>Facts and number drawn by chance.</summary>
    public static PlantedMatter Draw(InventedPlace place, Trouble trouble, int facts, Random random)
    {
        var order = Enumerable.Range(0, trouble.Facts.Length).ToArray();
        random.Shuffle(order);
        return new(place, trouble, order[..Math.Min(facts, order.Length)], random.Next(2, 40));
    }
}
