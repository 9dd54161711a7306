using System.Text.RegularExpressions;

namespace Suiying.Engines.Text.Personal;

/// <summary>Licence plates (GA 36): province, letter and five places, six for new energy; with the gaps and slips that people type.</summary>
internal static partial class Plates
{
    private const int FewestDigits = 2;

    public static IEnumerable<PersonalDatum> Find(FoldedText text) =>
        Plate()
            .Matches(text.Plain)
            .Where(m => m.Groups["rest"].ValueSpan.Count(c => char.IsAsciiDigit(c)) >= FewestDigits)
            .Select(m => new PersonalDatum(PersonalDataKind.Plate, m.Index, m.Length));

    private static int Count(this ReadOnlySpan<char> span, Func<char, bool> counts)
    {
        var count = 0;
        foreach (var c in span)
        {
            if (counts(c))
                count++;
        }
        return count;
    }

    /// <summary>翼 is 冀 as keyboards offer it.</summary>
    [GeneratedRegex(
        @"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼翼][ ]?[A-Za-z][ ·.\-]{0,2}(?<rest>[A-Za-z0-9](?:[ ]?[A-Za-z0-9]){3}(?:[ ]?[A-Za-z0-9挂学警]){1,2})(?![A-Za-z0-9])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Plate();
}
