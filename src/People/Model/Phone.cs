using System.Diagnostics.CodeAnalysis;

namespace Suiying.People.Model;

/// <summary>
/// A telephone number in E.164. Numbers without a country code are read as Chinese ones: a mobile number of 11 digits, or a landline
/// with its area code (010, 02x with 8 digits, 03xx–09xx with 7 or 8).
/// </summary>
public sealed record Phone
{
    private const string China = "+86";

    private Phone(string e164) => E164 = e164;

    /// <summary>Plus sign, country code and number, no separators.</summary>
    public string E164 { get; }

    /// <summary>What may be shown without opening the seal: 138****0000.</summary>
    public string Masked
    {
        get
        {
            var digits = E164.StartsWith(China, StringComparison.Ordinal) ? National(E164[China.Length..]) : E164;
            var tail = digits.Length >= 11 ? 4 : 2;
            return $"{digits[..3]}****{digits[^tail..]}";
        }
    }

    /// <summary>Never the number: see <see cref="Masked"/>.</summary>
    public override string ToString() => "Phone(sealed)";

    public static bool TryParse(string? text, [NotNullWhen(true)] out Phone? phone)
    {
        phone = Normalise(text) is { } e164 ? new Phone(e164) : null;
        return phone is not null;
    }

    private static string? Normalise(string? text)
    {
        if (text is null || text.Length > 40)
            return null;
        // Full-width digits come from Chinese input methods; separators from people and address books.
        var plain = string.Concat(
            text.Normalize(System.Text.NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '(' or ')' or '.'))
        );
        if (plain.StartsWith("00", StringComparison.Ordinal))
            plain = $"+{plain[2..]}";
        if (!plain.StartsWith('+'))
            return IsMobile(plain) ? China + plain : Landline(plain);
        var digits = plain[1..];
        if (digits.Length is < 8 or > 15 || digits[0] == '0' || !digits.All(char.IsAsciiDigit))
            return null;
        if (!plain.StartsWith(China, StringComparison.Ordinal))
            return plain;
        var national = plain[China.Length..];
        return IsMobile(national) ? plain : Landline(National(national));
    }

    private static bool IsMobile(string digits) =>
        digits.Length == 11 && digits[0] == '1' && digits[1] is >= '3' and <= '9' && digits.All(char.IsAsciiDigit);

    private static string? Landline(string digits) =>
        digits.Length is >= 10 and <= 12 && digits[0] == '0' && digits[1] is not '0' && digits.All(char.IsAsciiDigit)
            ? China + digits[1..]
            : null;

    private static string National(string digits) => IsMobile(digits) || digits.StartsWith('0') ? digits : $"0{digits}";
}
