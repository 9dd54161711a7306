namespace Suiying.Testing.Matters;

/// <summary>Draws that a <see cref="Random"/> does not know.</summary>
internal static class Chances
{
    public static bool In(this Random random, double share) => random.NextDouble() < share;

    public static T One<T>(this Random random, IReadOnlyList<T> of) => of[random.Next(of.Count)];

    /// <summary>A place in a list whose first is drawn most often, as words and places are (Zipf 1949).</summary>
    /// <param name="random">The source.</param>
    /// <param name="sums">From <see cref="Zipf"/>.</param>
    public static int Rank(this Random random, double[] sums)
    {
        var at = Array.BinarySearch(sums, random.NextDouble() * sums[^1]);
        return Math.Min(at < 0 ? ~at : at, sums.Length - 1);
    }

    /// <summary>Sums of rank to the power of −<paramref name="slope"/>.</summary>
    public static double[] Zipf(int count, double slope)
    {
        var sums = new double[count];
        var sum = 0.0;
        for (var i = 0; i < count; i++)
            sums[i] = sum += Math.Pow(i + 1, -slope);
        return sums;
    }
}
