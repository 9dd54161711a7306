using System.Text;

namespace Suiying.Design.Documents;

/// <summary>
/// Breaks a text into lines of a width. Between Chinese characters a line may end anywhere, but no line begins with closing punctuation or ends with
/// opening punctuation (避头尾, GB/T 15834-2011 5.1); Latin words and numbers stay whole where they fit on a line.
/// </summary>
public static class TextLines
{
    private const string NeverFirst = "，。；：、？！）】》〉」』”’…％%‰℃,.;:?!)]}·～";
    private const string NeverLast = "（【《〈「『“‘([{￥¥";

    /// <param name="text">The text; its own line ends are kept.</param>
    /// <param name="width">What a line may measure.</param>
    /// <param name="measure">How wide a piece of text is.</param>
    /// <returns>At least one line; joined they hold every character but the spaces at which a line ended.</returns>
    public static IReadOnlyList<string> Wrap(string text, float width, Func<string, float> measure)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = "";
            foreach (var piece in Pieces(paragraph).SelectMany(p => Fitting(p, width, measure)))
            {
                if (line.Length > 0 && measure((line + piece).TrimEnd()) > width)
                {
                    lines.Add(line.TrimEnd());
                    line = piece.TrimStart();
                }
                else
                {
                    line += piece;
                }
            }
            lines.Add(line.TrimEnd());
        }
        return lines;
    }

    /// <summary>What is never torn apart: a character with the punctuation that belongs to it, a word, a number.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        var piece = new StringBuilder();
        var last = default(Rune);
        foreach (var rune in text.EnumerateRunes())
        {
            if (piece.Length > 0 && MayBreak(last, rune))
            {
                yield return piece.ToString();
                piece.Clear();
            }
            piece.Append(rune);
            last = rune;
        }
        if (piece.Length > 0)
            yield return piece.ToString();
    }

    private static bool MayBreak(Rune before, Rune after)
    {
        if (Has(NeverFirst, after) || Has(NeverLast, before) || Rune.IsWhiteSpace(after))
            return false;
        return Rune.IsWhiteSpace(before) || IsWide(before) || IsWide(after);
    }

    private static bool Has(string of, Rune rune) => rune.IsBmp && of.Contains((char)rune.Value);

    /// <summary>Chinese characters and their punctuation.</summary>
    private static bool IsWide(Rune rune) => rune.Value >= 0x2E80;

    /// <summary>What is wider than a line, in pieces that fit.</summary>
    private static IEnumerable<string> Fitting(string piece, float width, Func<string, float> measure)
    {
        if (measure(piece.TrimEnd()) <= width)
        {
            yield return piece;
            yield break;
        }
        var part = "";
        foreach (var rune in piece.EnumerateRunes())
        {
            if (part.Length > 0 && measure(part + rune) > width)
            {
                yield return part;
                part = "";
            }
            part += rune;
        }
        yield return part;
    }
}
