namespace Suiying.Engines.Topics;

/// <summary>
/// Keys of what a text is compared by: pairs of neighbouring characters, single characters, and words of letters and digits. A key is 32 bits: two
/// characters side by side, one character alone, or 28 bits of a word's hash under a mark that no Chinese character has.
/// </summary>
internal static class Features
{
    private const uint WordMark = 0x1000_0000;
    private const uint WordBits = 0x0FFF_FFFF;

    /// <summary>Characters that carry a sentence and no matter.</summary>
    private static readonly HashSet<char> Carriers =
    [
        .. "的了是在我有和不人这他们个上到大来就也说要着会那么还可以没请您你好都很为与及等该此其或而且但被把让从对向于之所以因但如果则并给得地去过又再",
    ];

    public static uint Pair(char first, char second) => ((uint)first << 16) | second;

    public static uint Single(char c) => c;

    public static uint Word(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word)
            hash = (hash ^ c) * 16777619u;
        return WordMark | (hash & WordBits);
    }

    public static bool IsSingle(uint key) => key < 0x1_0000;

    public static bool IsPair(uint key) => key >= 0x2E80_0000;

    /// <summary>True where a character says nothing of the matter by itself.</summary>
    public static bool Carries(char c) => Carriers.Contains(c);

    /// <summary>The two characters of a pair.</summary>
    public static string Text(uint key) => new([(char)(key >> 16), (char)key]);
}
