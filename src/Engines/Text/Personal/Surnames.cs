namespace Suiying.Engines.Text.Personal;

/// <summary>Where a surname stands, and what kind of one.</summary>
internal static class Surnames
{
    public static bool IsSurname(char c) =>
        NameWords.Common.Contains(c) || NameWords.Rare.Contains(c) || NameWords.Exclusive.Contains(c) || NameWords.Faint.Contains(c);

    /// <summary>One that is seldom anything else.</summary>
    public static bool IsUsual(char c) =>
        NameWords.Exclusive.Contains(c) || NameWords.Common.Contains(c) && !NameWords.Doubtful.Contains(c);

    public static bool IsFaint(char c) => !NameWords.Common.Contains(c) && !NameWords.Rare.Contains(c) && !NameWords.Exclusive.Contains(c);

    public static int SurnameAt(FoldedText text, int at)
    {
        if (at + 1 < text.Plain.Length && NameWords.Compound.Contains(text.Plain.Substring(at, 2)))
            return 2;
        return IsSurname(text.At(at)) ? 1 : 0;
    }
}
