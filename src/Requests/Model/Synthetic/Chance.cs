using Suiying.Contracts.Requests;

namespace Suiying.Requests.Model.Synthetic;

/// <summary>All chance of one generation, from one seed, so that the same seed tells the same stories.</summary>
internal sealed class Chance(int seed)
{
    private readonly Random random = new(seed);

    public double Next() => random.NextDouble();

    /// <summary>0 to <paramref name="below"/> − 1.</summary>
    public int Below(int below) => random.Next(below);

    public bool In(double share) => random.NextDouble() < share;

    public T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    /// <summary>A waiting time: mostly near <paramref name="usual"/>, sometimes several times as long.</summary>
    public TimeSpan Wait(TimeSpan usual) => usual * Math.Min(-Math.Log(1 - random.NextDouble()) * 0.7 + 0.3, 6);

    /// <summary>A version 7 id of this time whose other bits come from the seed.</summary>
    public Guid Id(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        var milliseconds = at.ToUnixTimeMilliseconds();
        for (var i = 0; i < 6; i++)
            bytes[i] = (byte)(milliseconds >> (40 - 8 * i));
        bytes[6] = (byte)(0x70 | bytes[6] & 0x0F);
        bytes[8] = (byte)(0x80 | bytes[8] & 0x3F);
        return new Guid(bytes, bigEndian: true);
    }

    public string Hex(int length)
    {
        Span<byte> bytes = stackalloc byte[length / 2];
        random.NextBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    public RequestNote Note(RequestId request, RequestAction kind, string text, DateTimeOffset at) =>
        RequestNote.Synthetic(request, kind, text, at, Id(at), Hex(32));
}

/// <summary>Draws items with unequal frequency.</summary>
internal sealed class Weighted<T>
{
    private readonly IReadOnlyList<T> items;
    private readonly double[] sums;

    /// <exception cref="ArgumentException">Nothing can be drawn.</exception>
    public Weighted(IReadOnlyList<T> items, Func<T, double> weight)
    {
        this.items = items;
        sums = new double[items.Count];
        var sum = 0.0;
        for (var i = 0; i < sums.Length; i++)
            sums[i] = sum += weight(items[i]);
        if (sum <= 0)
            throw new ArgumentException("Nothing has a weight.", nameof(items));
    }

    public T Draw(Chance chance)
    {
        var at = Array.BinarySearch(sums, chance.Next() * sums[^1]);
        return items[Math.Min(at < 0 ? ~at : at + 1, sums.Length - 1)];
    }
}
