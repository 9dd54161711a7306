using System.Collections.Frozen;
using System.Text;

namespace Suiying.Engines.Places;

/// <summary>外地: provinces and cities that are not in the gazetteer, so that a matter there is not taken for a village of the same name.</summary>
internal sealed class OutsidePlaces
{
    private const int Shortest = 2;
    private const int Longest = 6;

    private static readonly string[] Words = ["自治区", "自治州", "地区", "省", "市", "盟", "州"];

    private readonly FrozenSet<string> names;
    private readonly FrozenSet<char> beginnings;

    /// <param name="own">Names of the city itself and of what lies above it: those are not outside.</param>
    /// <param name="known">Short names of the gazetteer's counties and townships, which are nearer than cities of that name.</param>
    public OutsidePlaces(IReadOnlySet<string> own, IReadOnlySet<string> known)
    {
        var all = Read().Where(n => !own.Contains(n)).ToList();
        names = all.Where(n => !known.Contains(n))
            .Concat(all.SelectMany(n => Words.Select(w => n + w)))
            .ToFrozenSet(StringComparer.Ordinal);
        beginnings = names.Select(n => n[0]).ToFrozenSet();
    }

    /// <summary>Length of the longest such name that begins here; 0 where none does.</summary>
    public int LengthAt(string text, int at)
    {
        if (!beginnings.Contains(text[at]))
            return 0;
        for (var length = Math.Min(Longest + 3, text.Length - at); length >= Shortest; length--)
            if (names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.AsSpan(at, length)))
                return length;
        return 0;
    }

    private static List<string> Read()
    {
        using var lines = new StreamReader(
            typeof(OutsidePlaces).Assembly.GetManifestResourceStream("outside.txt") ?? throw new InvalidOperationException("outside.txt"),
            Encoding.UTF8
        );
        var all = new List<string>();
        while (lines.ReadLine() is { } line)
            if (!line.StartsWith('#'))
                all.AddRange(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return all;
    }
}
