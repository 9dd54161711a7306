namespace Suiying.Testing.Matters;

/// <summary>One kind of trouble and how people tell of it.</summary>
/// <param name="At">Kinds of place where it happens: E 小区, R 道路, V 村, S 学校, M 市场.</param>
/// <param name="Names">What people call it.</param>
/// <param name="Facts">Each fact in several wordings; {n} stands for a number.</param>
/// <param name="Harms">What it does to people.</param>
/// <param name="Wishes">What they ask for.</param>
internal sealed record Trouble(string At, string[] Names, string[][] Facts, string[] Harms, string[] Wishes)
{
    /// <summary>The most frequent first.</summary>
    public static IReadOnlyList<Trouble> All { get; } = [.. Words.Lines("troubles.txt").Select(Parse)];

    private static Trouble Parse(string line)
    {
        var parts = line.Split('|', StringSplitOptions.TrimEntries);
        return new(
            parts[0],
            parts[1].Split('；'),
            [.. parts[2].Split('；').Select(f => f.Split('/'))],
            parts[3].Split('；'),
            parts[4].Split('；')
        );
    }
}
