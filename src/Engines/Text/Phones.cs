using System.Globalization;
using System.Text;

namespace Suiying.Engines.Text;

/// <summary>Telephone numbers as people write them, and as they may be shown.</summary>
public static class Phones
{
    private const string Country = "+86";

    /// <summary>E.164 knows no shorter or longer number.</summary>
    private const int FewestDigits = 8;

    private const int MostDigits = 15;

    /// <summary>Longer input is no telephone number.</summary>
    private const int LongestInput = 40;

    /// <summary>
    /// E.164, such as +8613800138000 or +863125881234; null where the input is no complete mobile or fixed number of mainland China. Spaces,
    /// hyphens, brackets, full-width digits, 0086 and +86 are understood. Short and service numbers (12345, 400…) and numbers with an extension
    /// are null: they do not tell one line.
    /// </summary>
    /// <param name="input">As typed.</param>
    /// <param name="areaCode">Area code such as 0312 for fixed numbers written without one; null refuses those.</param>
    public static string? Normalize(string? input, string? areaCode = null)
    {
        if (input is null || input.Length > LongestInput || Digits(input) is not var (digits, international))
            return null;

        var national = National(digits, international);
        if (national is null)
            return null;
        if (IsMobile(national))
            return Country + national;

        // Written with the trunk 0 or the country code, the area code is part of the number.
        if (international || digits[0] is '0' || national.Length < digits.Length)
            return IsFixed(national) ? Country + national : null;

        var local = areaCode?.TrimStart('0') + national;
        return areaCode is not null && national.Length is 7 or 8 && IsFixed(local) ? Country + local : null;
    }

    /// <summary>
    /// The same for a city of another country: E.164, where a number without country code is one of <paramref name="country"/>. Of such
    /// numbers only the length is judged.
    /// </summary>
    /// <param name="input">As typed.</param>
    /// <param name="country">Plus sign and country code, such as +1; null or +86 is mainland China.</param>
    public static string? NormalizeIn(string? country, string? input)
    {
        if (country is null or Country)
            return Normalize(input);
        if (input is null || input.Length > LongestInput || Digits(input) is not var (digits, international))
            return null;
        var whole =
            international ? digits
            : digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..]
            : country[1..] + WithoutPrefix(digits, country[1..]);
        return whole.Length is >= FewestDigits and <= MostDigits && whole[0] != '0' ? '+' + whole : null;
    }

    /// <summary>Without a trunk 0 or a country code that was written without its plus.</summary>
    private static string WithoutPrefix(string digits, string country) =>
        digits[0] == '0' ? digits[1..]
        : digits.Length > 10 && digits.StartsWith(country, StringComparison.Ordinal) ? digits[country.Length..]
        : digits;

    /// <summary>
    /// For showing, such as 138****8000 or 0312-****234: at most seven digits, never enough to call. Input that is no number is masked whole.
    /// </summary>
    public static string Mask(string? number)
    {
        if (Normalize(number) is not { } e164)
            return "****";

        var national = e164[Country.Length..];
        if (IsMobile(national))
            return $"{national[..3]}****{national[^4..]}";

        var area = AreaLength(national);
        return $"0{national[..area]}-****{national[^3..]}";
    }

    /// <summary>The digits, and whether a + stood before them; null where anything else than separators stands among them.</summary>
    private static (string Digits, bool International)? Digits(string input)
    {
        var digits = new StringBuilder();
        var international = false;
        foreach (var rune in NormalText.Of(input).Trim().EnumerateRunes())
        {
            if (rune.Value is >= '0' and <= '9')
                digits.Append((char)rune.Value);
            else if (rune.Value is '+' && digits.Length == 0 && !international)
                international = true;
            else if (!IsSeparator(rune))
                return null;
        }
        return digits.Length > 0 ? (digits.ToString(), international) : null;
    }

    private static bool IsSeparator(Rune rune) =>
        rune.Value is '(' or ')' or '.' or '/'
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.SpaceSeparator
                or UnicodeCategory.DashPunctuation
                or UnicodeCategory.Format
                or UnicodeCategory.Control;

    /// <summary>Without country code and trunk 0; null where another country is called.</summary>
    private static string? National(string digits, bool international)
    {
        if (international)
            return digits.StartsWith("86", StringComparison.Ordinal) ? WithoutTrunk(digits[2..]) : null;
        if (digits.StartsWith("0086", StringComparison.Ordinal))
            return WithoutTrunk(digits[4..]);
        if (digits.StartsWith("00", StringComparison.Ordinal))
            return null;

        // No national number has 12 digits or more, so here 86 is the country.
        return digits.Length >= 12 && digits.StartsWith("86", StringComparison.Ordinal) ? WithoutTrunk(digits[2..]) : WithoutTrunk(digits);
    }

    private static string? WithoutTrunk(string digits)
    {
        var national = digits.StartsWith('0') ? digits[1..] : digits;
        return national.Length > 0 ? national : null;
    }

    private static bool IsMobile(string national) => national is ['1', >= '3' and <= '9', ..] && national.Length == 11;

    /// <summary>Area 10 or 2x with eight digits, other areas with seven or eight; a subscriber's number begins with 2 to 8.</summary>
    private static bool IsFixed(string national)
    {
        if (national is not (['1', '0', ..] or [>= '2' and <= '9', ..]) || national.Length < 10)
            return false;

        var area = AreaLength(national);
        var subscriber = national.Length - area;
        return national[area] is >= '2' and <= '8' && (area == 2 ? subscriber == 8 : subscriber is 7 or 8);
    }

    private static int AreaLength(string national) => national[0] is '1' or '2' ? 2 : 3;
}
