using System.Globalization;

namespace Suiying.Requests.Features;

/// <summary>What the map shows, as it stands in the address; every part is optional.</summary>
public sealed record MapAddress
{
    public string? Area { get; init; }
    public string? Category { get; init; }
    public string? State { get; init; }
    public string? Days { get; init; }
    public string? After { get; init; }

    /// <summary>The same at another path, in a fixed order and without empty parts.</summary>
    public string At(string path)
    {
        var parts = new[] { ("area", Area), ("category", Category), ("state", State), ("days", Days), ("after", After) }
            .Where(p => !string.IsNullOrEmpty(p.Item2))
            .Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}");
        var query = string.Join('&', parts);
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    internal bool? OnlyEnded =>
        State switch
        {
            PublicFilter.Open => false,
            PublicFilter.Ended => true,
            _ => null,
        };

    internal int? Span => int.TryParse(Days, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : null;
}
