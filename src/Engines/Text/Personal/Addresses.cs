using System.Buffers;
using System.Text.RegularExpressions;

namespace Suiying.Engines.Text.Personal;

/// <summary>
/// Home addresses: an estate, village or road with a building, house or room; a room alone where unit or room is given. District, township and
/// street office before it are nobody's and stay outside; the address of a shop or an office is none.
/// </summary>
internal static class Addresses
{
    private const int LongestPlace = 20;
    private const int LongestBare = 8;
    private const int BusinessReach = 12;

    /// <summary>Between an address and a shop these say that the shop is another place.</summary>
    private static readonly SearchValues<char> Elsewhere = SearchValues.Create("，,、 (下旁对漏没停被");

    /// <param name="text">The text.</param>
    /// <param name="names">Where people stand: no place reaches over one.</param>
    public static IEnumerable<PersonalDatum> Find(FoldedText text, IReadOnlyList<PersonalDatum> names)
    {
        var found = new List<PersonalDatum>();
        // A road with its number before an estate is part of the estate's address, so houses come last.
        foreach (
            var pattern in new[]
            {
                AddressPatterns.Rooms(),
                AddressPatterns.Building(),
                AddressPatterns.UnitRoom(),
                AddressPatterns.Row(),
                AddressPatterns.Short(),
                AddressPatterns.House(),
            }
        )
        foreach (Match core in pattern.Matches(text.Plain))
        {
            var end = core.Index + core.Length;
            if (found.Exists(f => core.Index < f.End && f.Start < end))
                continue;
            var start = PlaceBefore(text, core.Index, names);
            // A building alone does not say where somebody lives; with its unit or room it does.
            if (start == core.Index && !core.Groups["room"].Success && !core.Groups["row"].Success && !found.Exists(f => f.Start == end))
                continue;
            if (IsBusiness(text, start, end))
                continue;
            foreach (var other in found.Where(f => f.Start < end && start < f.End).ToList())
                start = Math.Max(start, other.End);
            if (start <= core.Index)
                found.Add(new PersonalDatum(PersonalDataKind.Address, start, end - start));
        }
        return Together(found, text);
    }

    /// <summary>What stands side by side is one address: 6号院 and 2栋303.</summary>
    private static IEnumerable<PersonalDatum> Together(List<PersonalDatum> found, FoldedText text)
    {
        PersonalDatum? open = null;
        foreach (var each in found.OrderBy(f => f.Start))
        {
            if (open is { } before && each.Start == before.End && text.At(each.Start) is not ('和' or '与' or '及'))
            {
                open = before with { Length = each.End - before.Start };
                continue;
            }
            if (open is { } whole)
                yield return whole;
            open = each;
        }
        if (open is { } last)
            yield return last;
    }

    private static bool IsBusiness(FoldedText text, int start, int end)
    {
        var after = text.After(end, BusinessReach);
        foreach (var word in AddressWords.Business)
        {
            var at = after.IndexOf(word, StringComparison.Ordinal);
            // 501的门店 is one; 501，楼下饭店 is a neighbour.
            if (at >= 0 && after[..at].IndexOfAny(Elsewhere) < 0)
                return true;
        }
        return Numbers.Any(text.Before(start, 8), AddressWords.OfBusiness);
    }

    /// <summary>Where the estate, village or road before a building begins; the place itself where none stands there.</summary>
    private static int PlaceBefore(FoldedText text, int at, IReadOnlyList<PersonalDatum> names)
    {
        var end = at;
        while (end > 0 && text.At(end - 1) is ' ' or '的')
            end--;
        var start = end;
        while (start > 0 && end - start < LongestPlace && IsPlaceCharacter(text, start - 1) && !names.Any(n => n.End == start))
            start--;
        var whole = start;
        start += AfterLead(text.Plain.AsSpan(start, end - start));
        start += AfterAbove(text.Plain.AsSpan(start, end - start));
        if (
            text.At(start) is '与' or '及'
            || text.At(start) == '和' && !"平谐庭园睦家悦泰".Contains(text.At(start + 1), StringComparison.Ordinal)
        )
            start++;
        var place = text.Plain.AsSpan(start, end - start).Trim();
        // Without the ending of a place it is one only where a place must begin.
        var led = start > whole || end - whole < LongestPlace;
        return
            IsPlace(place)
            && (
                AddressWords.Endings.Contains(place[^1], StringComparison.Ordinal)
                || led && (place.Length <= LongestBare || place.Contains('号'))
            )
            ? start
            : at;
    }

    private static bool IsPlaceCharacter(FoldedText text, int at) =>
        FoldedText.IsHan(text.At(at)) && !AddressWords.Breaks.Contains(text.At(at), StringComparison.Ordinal)
        || char.IsAsciiLetter(text.At(at))
        || char.IsAsciiDigit(text.At(at)) && IsPlaceNumber(text, at)
        || text.At(at) is '·' or '-' or '#'
        || text.At(at) == ' ' && FoldedText.IsHan(text.At(at - 1)) && FoldedText.IsHan(text.At(at + 1));

    /// <summary>88号, 2期: numbers that belong to a place.</summary>
    private static bool IsPlaceNumber(FoldedText text, int at)
    {
        while (char.IsAsciiDigit(text.At(at)))
            at++;
        return "号期区院街排条".Contains(text.At(at), StringComparison.Ordinal);
    }

    /// <summary>Behind the last word that leads to the place.</summary>
    private static int AfterLead(ReadOnlySpan<char> span)
    {
        var cut = 0;
        foreach (var lead in AddressWords.Leads)
        {
            var at = span.LastIndexOf(lead, StringComparison.Ordinal);
            var end = at + lead.Length;
            if (at >= 0)
                cut = Math.Max(cut, end);
        }
        while (cut < span.Length && span[cut] is ':' or ' ')
            cut++;
        return cut;
    }

    /// <summary>Behind district, township and street office.</summary>
    private static int AfterAbove(ReadOnlySpan<char> span)
    {
        var cut = 0;
        foreach (var above in AddressWords.Above)
        {
            for (
                var at = span.LastIndexOf(above, StringComparison.Ordinal);
                at > 0;
                at = span[..at].LastIndexOf(above, StringComparison.Ordinal)
            )
            {
                var end = at + above.Length;
                if (
                    end >= span.Length
                    || AddressWords.AfterAbove.Contains(span[end], StringComparison.Ordinal)
                    || above.EndsWith('区') && AddressWords.BeforeDistrict.Contains(span[end - 2], StringComparison.Ordinal)
                )
                    continue;
                cut = Math.Max(cut, end);
                break;
            }
        }
        return cut;
    }

    private static bool IsPlace(ReadOnlySpan<char> span)
    {
        var han = 0;
        foreach (var c in span)
        {
            if (FoldedText.IsHan(c))
                han++;
        }
        return han >= 2 && span[^1] is not ('和' or '与' or '及' or '至' or '到') && !AddressWords.NoPlace.Contains(span.ToString());
    }
}
