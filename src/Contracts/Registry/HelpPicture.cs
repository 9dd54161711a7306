namespace Suiying.Contracts.Registry;

/// <summary>随呼随应: one large button of the page for help at once.</summary>
/// <param name="Category">Code of the category under which it is filed.</param>
/// <param name="Picture">One of <see cref="Pictures"/>.</param>
public sealed record HelpPicture(string Category, string Picture)
{
    public const int Most = 12;

    /// <summary>What can be drawn.</summary>
    public static IReadOnlyList<string> Pictures { get; } =
    [
        "water",
        "power",
        "gas",
        "heat",
        "lift",
        "manhole",
        "flood",
        "sewage",
        "wall",
        "tree",
        "lamp",
        "road",
        "ice",
        "noise",
        "animal",
        "stuck",
    ];
}
