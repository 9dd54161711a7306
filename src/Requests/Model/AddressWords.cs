namespace Suiying.Requests.Model;

/// <summary>Reads what an address says of a filter; what it does not know is null.</summary>
internal static class AddressWords
{
    private const int LongestCode = 60;

    public static T? Word<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;

    /// <summary>False where an address names a word that does not exist: a list that then leaves the filter out would hold more than was asked for.</summary>
    public static bool Knows<T>(string? text)
        where T : struct, Enum => string.IsNullOrEmpty(text) || Word<T>(text) is not null;

    /// <summary>A query with its question mark, without what is null; what is empty stands as <see cref="BoardFilter.None"/>.</summary>
    public static string Query(params IEnumerable<(string Name, object? Value)> members) =>
        "?"
        + string.Join(
            '&',
            members
                .Where(m => m.Value is not null)
                .Select(m => $"{m.Name}={Uri.EscapeDataString(m.Value!.ToString() is { Length: > 0 } text ? text : BoardFilter.None)}")
        );

    public static string? Code(string? text) => text is { Length: > 0 and <= LongestCode } ? text : null;
}
