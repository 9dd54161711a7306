namespace Suiying.Engines.Places;

/// <summary>Whether two names stand together as one address.</summary>
internal static class Links
{
    private const int MostBetween = 3;

    /// <summary>What people write or say between the levels of an address.</summary>
    private const string Between = " 　,，、·-—/的那这\n";

    /// <summary>Index of the next character behind a name that is not between levels.</summary>
    public static int Skip(string text, int end)
    {
        var at = end;
        while (at < text.Length && at - end < MostBetween && Between.Contains(text[at], StringComparison.Ordinal))
            at++;
        return at;
    }

    /// <summary>True where the second follows the first with nothing but such signs between.</summary>
    public static bool Joined(string text, Mention first, Mention second) =>
        second.At >= first.End && second.At - first.End <= MostBetween && Skip(text, first.End) >= second.At;
}
