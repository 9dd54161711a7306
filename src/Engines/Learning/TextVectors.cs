namespace Suiying.Engines.Learning;

/// <summary>Sparse vectors, one a text, one after the other in flat arrays.</summary>
internal sealed class TextVectors
{
    private readonly List<int> ends = [];
    private int[] columns = new int[1 << 12];
    private float[] values = new float[1 << 12];
    private int filled;

    public int Count => ends.Count;

    public ReadOnlySpan<int> Columns(int text) => columns.AsSpan(Start(text), ends[text] - Start(text));

    public ReadOnlySpan<float> Values(int text) => values.AsSpan(Start(text), ends[text] - Start(text));

    public Span<float> Writable(int text) => values.AsSpan(Start(text), ends[text] - Start(text));

    public void Add(int column, float value)
    {
        if (filled == columns.Length)
        {
            Array.Resize(ref columns, filled * 2);
            Array.Resize(ref values, filled * 2);
        }
        (columns[filled], values[filled++]) = (column, value);
    }

    /// <summary>What was added since is one text.</summary>
    public void End() => ends.Add(filled);

    /// <summary>Gives each column its new number, and leaves those out that have -1.</summary>
    public void Renumber(ReadOnlySpan<int> numbers)
    {
        var (from, to) = (0, 0);
        for (var text = 0; text < ends.Count; text++)
        {
            for (; from < ends[text]; from++)
            {
                if (numbers[columns[from]] is >= 0 and var number)
                    (columns[to], values[to++]) = (number, values[from]);
            }
            ends[text] = to;
        }
        filled = to;
    }

    private int Start(int text) => text == 0 ? 0 : ends[text - 1];
}
