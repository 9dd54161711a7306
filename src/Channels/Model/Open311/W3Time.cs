using System.Globalization;

namespace Suiying.Channels.Model;

/// <summary>Times as GeoReport writes them: with zone, to the second.</summary>
internal static class W3Time
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd'T'HH:mm:sszzz",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
        "yyyy-MM-dd'T'HH:mmzzz",
    ];

    public static string Tell(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>Null where it is no such time, has no zone, or lies outside the years 1900 to 2200.</summary>
    public static DateTimeOffset? Read(string text)
    {
        // A plus sign that was not escaped arrives as a blank.
        var mended = text.Trim().Replace(' ', '+');
        if (!HasZone(mended))
            return null;
        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal;
        return DateTimeOffset.TryParseExact(mended, Forms, CultureInfo.InvariantCulture, Styles, out var at) && at.Year is > 1900 and < 2200
            ? at
            : null;
    }

    private static bool HasZone(string text) =>
        text.EndsWith('Z') || text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':' && text.Contains('T', StringComparison.Ordinal);
}
