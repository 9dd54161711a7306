using System.Globalization;

namespace Suiying.Requests.Features;

/// <summary>The public list's filter as it stands in the address.</summary>
internal static class PublicFilter
{
    public const string Open = "open";
    public const string Ended = "ended";
    public const string Hung = "hung";
    public const string Listed = "listed";

    public static ListPublicRequests.Query Read(string? county, string? category, string? state, string? after) =>
        new()
        {
            County = county,
            Category = category,
            Ended = state switch
            {
                Open => false,
                Ended => true,
                _ => null,
            },
            Hung = state == Hung,
            Listed = state == Listed,
            After = after,
        };

    /// <summary>The address of the same filter at another path or position.</summary>
    public static string Address(string path, ListPublicRequests.Query query, string? after = null)
    {
        var parts = new List<string>();
        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"{name}={Uri.EscapeDataString(value)}"));
        }
        Add("county", query.County);
        Add("category", query.Category);
        Add(
            "state",
            query.Hung ? Hung
                : query.Listed ? Listed
                : query.Ended is { } ended
                    ? ended ? Ended
                        : Open
                : null
        );
        Add("after", after);
        return parts.Count == 0 ? path : $"{path}?{string.Join('&', parts)}";
    }
}
