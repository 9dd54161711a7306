namespace Suiying.Engines.Learning;

/// <summary>Which texts belong together (disjoint sets).</summary>
internal sealed class SameLetters(int texts)
{
    private readonly int[] parents = [.. Enumerable.Range(0, texts)];

    public void Join(int one, int other)
    {
        var (a, b) = (First(one), First(other));
        parents[Math.Max(a, b)] = Math.Min(a, b);
    }

    /// <summary>The number of each text's set, counted from 0 in the order of their first texts.</summary>
    public int[] Numbers()
    {
        var (numbers, many) = (new int[parents.Length], 0);
        for (var text = 0; text < parents.Length; text++)
            numbers[text] = First(text) is var first && first == text ? many++ : numbers[first];
        return numbers;
    }

    private int First(int text)
    {
        while (parents[text] != text)
            text = parents[text] = parents[parents[text]];
        return text;
    }
}
