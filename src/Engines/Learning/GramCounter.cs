namespace Suiying.Engines.Learning;

/// <summary>Counts the grams of one text after the other, without a table of its own for each. For one thread.</summary>
internal sealed class GramCounter
{
    private GramTable table = new();
    private bool adds;
    private int[] counts = [];
    private int[] met = [];
    private float[] frequencies = [];
    private int many;

    /// <summary>Numbers of the grams that the text holds, each once, in the order of their first place.</summary>
    public ReadOnlySpan<int> Numbers => met.AsSpan(0, many);

    public int Of(int number) => counts[number];

    /// <summary>How often each of <see cref="Numbers"/> was met, in room that is used again for the next text.</summary>
    public Span<float> Frequencies()
    {
        if (frequencies.Length < many)
            frequencies = new float[met.Length];
        for (var at = 0; at < many; at++)
            frequencies[at] = counts[met[at]];
        return frequencies.AsSpan(0, many);
    }

    /// <summary>Counts a text; grams that are not in the table are added to it, or passed over.</summary>
    public void Count(string text, GramTable known, bool add)
    {
        foreach (var number in Numbers)
            counts[number] = 0;
        (table, adds, many) = (known, add, 0);
        if (counts.Length < known.Count)
            counts = new int[known.Count];
        Grams.Each(text, new Counting(this));
    }

    private void Met(ulong gram)
    {
        var number = adds ? table.Add(gram) : table.Find(gram);
        if (number < 0)
            return;
        if (number >= counts.Length)
            Array.Resize(ref counts, Math.Max(256, number * 2));
        if (counts[number]++ > 0)
            return;
        if (many == met.Length)
            Array.Resize(ref met, Math.Max(256, many * 2));
        met[many++] = number;
    }

    /// <summary>A structure, so that the compiler makes one loop of reading and counting.</summary>
    private readonly struct Counting(GramCounter counter) : IGramMet
    {
        public void Met(ulong gram, int first, int last) => counter.Met(gram);
    }
}
