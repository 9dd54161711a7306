namespace Suiying.Requests.Model;

/// <summary>Reads what an address says of a filter; what it does not know is null.</summary>
internal static class AddressWords
{
    private const int LongestCode = 60;

    public static T? Word<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;

    public static string? Code(string? text) => text is { Length: > 0 and <= LongestCode } ? text : null;
}
