using System.Globalization;

namespace Suiying.Registry.Model.Drawing;

/// <summary>
/// SplitMix64: the same numbers for the same seed and words on every machine and in every release of .NET. Each thing that is drawn has
/// a stream of its own, so that a village more does not move all others.
/// </summary>
internal struct SeededNoise
{
    private ulong state;

    public SeededNoise(int seed, string about)
    {
        // FNV-1a
        state = 14695981039346656037UL ^ (uint)seed;
        foreach (var c in about)
            state = (state ^ c) * 1099511628211UL;
    }

    public static SeededNoise For(int seed, string about, params ReadOnlySpan<double> numbers)
    {
        var text = about;
        foreach (var number in numbers)
            text += "/" + number.ToString("R", CultureInfo.InvariantCulture);
        return new SeededNoise(seed, text);
    }

    /// <summary>From 0 inclusive to 1 exclusive.</summary>
    public double Next()
    {
        state += 0x9E3779B97F4A7C15UL;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    public double Between(double least, double most) => least + (most - least) * Next();
}
