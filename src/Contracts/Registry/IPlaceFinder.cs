namespace Suiying.Contracts.Registry;

/// <summary>An area that a text may mean.</summary>
/// <param name="Area">The area; <see cref="Registry.Area.Served"/> says whether this hotline answers for it.</param>
/// <param name="FullName">Names from county to the area itself.</param>
/// <param name="AdministeredBy">Who answers for it where this hotline does not; else null.</param>
/// <param name="Score">0 to 1, for ranking only: 1 is the exact name.</param>
public sealed record PlaceMatch(Area Area, string FullName, string? AdministeredBy, double Score);

/// <summary>The nearest placed area and how far its point is.</summary>
/// <param name="Area">A village, or the lowest level that the city has.</param>
/// <param name="Metres">Along the ground, from the point asked for.</param>
/// <param name="FullName">Names from county to the area itself.</param>
/// <param name="AdministeredBy">Who answers for it where this hotline does not; else null.</param>
public sealed record NearPlace(Area Area, double Metres, string FullName, string? AdministeredBy);

/// <summary>
/// Finds areas by the words people use and by position. It proposes: a person confirms, the more so where the area's
/// <see cref="Area.Schematic"/> is true. Works on the current snapshot in memory; thread-safe.
/// </summary>
public interface IPlaceFinder
{
    /// <summary>
    /// Areas that the text may mean, best first: exact name, beginning of a name, inside a name, all two-character parts; then, for a
    /// whole address, areas whose name stands in it. Names may lack 居民委员会, 村民委员会, 街道, 镇 and their like.
    /// </summary>
    IReadOnlyList<PlaceMatch> Find(string text, int limit = 10);

    /// <summary>The village nearest to a WGS-84 position; null where none is placed within 50 km.</summary>
    NearPlace? NearestVillage(double longitude, double latitude);
}
