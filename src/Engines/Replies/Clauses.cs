using System.Buffers;

namespace Suiying.Engines.Replies;

/// <summary>Text cut into clauses, and what two texts share.</summary>
internal static class Clauses
{
    private static readonly SearchValues<char> Ends = SearchValues.Create("，,。.！!？?；;：:、\n\r");

    /// <summary>With the mark that ends them, trimmed; a decimal point ends nothing.</summary>
    public static List<string> Of(string text)
    {
        var clauses = new List<string>();
        var from = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (!Ends.Contains(text[at]) || (text[at] == '.' && at + 1 < text.Length && char.IsDigit(text[at + 1])))
                continue;
            Add(text[from..(at + 1)]);
            from = at + 1;
        }
        Add(text[from..]);
        return clauses;

        void Add(string clause)
        {
            if (clause.Any(char.IsLetterOrDigit))
                clauses.Add(clause.Trim());
        }
    }

    public static bool Has(this string clause, SearchValues<string> phrases) => clause.AsSpan().ContainsAny(phrases);

    public static bool HasDigit(this string clause) => clause.Any(char.IsDigit);

    public static bool IsQuestion(this string clause) => clause[^1] is '？' or '?';

    /// <summary>Pairs of neighbouring characters that say something about the matter: no pair of grammar, none that every letter holds.</summary>
    public static IEnumerable<string> Pairs(string text, PhraseTable table)
    {
        for (var at = 0; at + 1 < text.Length; at++)
            if (IsContent(text[at], table) && IsContent(text[at + 1], table))
            {
                var pair = text.Substring(at, 2);
                if (!table.CommonPairs.Contains(pair))
                    yield return pair;
            }
    }

    private static bool IsContent(char c, PhraseTable table) => c >= '\u3400' && char.IsLetter(c) && !table.CommonCharacters.Contains(c);
}
