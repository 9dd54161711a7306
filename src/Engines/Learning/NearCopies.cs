namespace Suiying.Engines.Learning;

/// <summary>
/// Finds texts that are the same letter: sent twice, cut short, or with its small words taken out. Two texts are, where their rare grams
/// point the same way. Copies of a letter must not be asked of who learnt it, or it would seem to know more than it does.
/// </summary>
internal static class NearCopies
{
    /// <summary>In at most so many texts a gram is rare; it costs this many comparisons in each.</summary>
    private const int Rare = 24;

    /// <summary>Least cosine between the rare parts of two copies.</summary>
    private const float Alike = 0.35f;

    /// <summary>The letter of each text, numbered in the order of their first text.</summary>
    public static int[] Letters(TextVectors vectors, int columns, CancellationToken stop)
    {
        var spread = Spread(vectors, columns);
        var lengths = new float[vectors.Count];
        var (holders, dots, met) = (new List<(int Text, float Value)>?[columns], new float[vectors.Count], new List<int>());
        var same = new SameLetters(vectors.Count);
        var exact = new Dictionary<ulong, int>();
        for (var text = 0; text < vectors.Count; text++)
        {
            stop.ThrowIfCancellationRequested();
            var numbers = vectors.Columns(text);
            var values = vectors.Values(text);
            if (!exact.TryAdd(Print(numbers, values), text))
                same.Join(exact[Print(numbers, values)], text);
            for (var at = 0; at < numbers.Length; at++)
            {
                if (spread[numbers[at]] is < 2 or > Rare)
                    continue;
                lengths[text] += values[at] * values[at];
                var others = holders[numbers[at]] ??= [];
                foreach (var (other, value) in others)
                {
                    if (dots[other] == 0)
                        met.Add(other);
                    dots[other] += value * values[at];
                }
                others.Add((text, values[at]));
            }
            foreach (var other in met)
            {
                if (dots[other] >= Alike * MathF.Sqrt(lengths[other] * lengths[text]))
                    same.Join(other, text);
                dots[other] = 0;
            }
            met.Clear();
        }
        return same.Numbers();
    }

    private static int[] Spread(TextVectors vectors, int columns)
    {
        var spread = new int[columns];
        for (var text = 0; text < vectors.Count; text++)
        {
            foreach (var number in vectors.Columns(text))
                spread[number]++;
        }
        return spread;
    }

    /// <summary>The same for texts with the same grams in the same order (FNV-1a).</summary>
    private static ulong Print(ReadOnlySpan<int> numbers, ReadOnlySpan<float> values)
    {
        var print = 14695981039346656037UL;
        for (var at = 0; at < numbers.Length; at++)
        {
            print = (print ^ (uint)numbers[at]) * 1099511628211;
            print = (print ^ BitConverter.SingleToUInt32Bits(values[at])) * 1099511628211;
        }
        return print;
    }
}
