namespace Suiying.Engines.Places;

/// <summary>One spelling for letters and digits that are typed in two widths and cases.</summary>
internal static class Spelling
{
    /// <summary>Full-width letters and digits to half-width and small, one for one, so that positions stay those of the text.</summary>
    public static string OneWidth(string text) =>
        string.Create(
            text.Length,
            text,
            (into, from) =>
            {
                for (var i = 0; i < from.Length; i++)
                    into[i] = char.ToLowerInvariant(Half(from[i]));
            }
        );

    /// <summary>Letters and digits only.</summary>
    public static string Plain(string name) => string.Concat(OneWidth(name).Where(char.IsLetterOrDigit));

    private static char Half(char character)
    {
        const int Shift = 'Ａ' - 'A';
        return char.IsLetterOrDigit(character) && character is >= '０' and <= 'ｚ' ? (char)(character - Shift) : character;
    }
}
