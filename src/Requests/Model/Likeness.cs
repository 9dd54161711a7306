using Suiying.Engines.Text;

namespace Suiying.Requests.Model;

/// <summary>相似: by how many words a text and the title of a request agree; twice as many where they lie in the same village or beside each other.</summary>
public static class Likeness
{
    private const double NearDegrees = 0.01;

    /// <summary>Pairs of characters and whole words; a single character says too little.</summary>
    public static HashSet<string> Words(string text) =>
        Bigrams.ForIndex(text).Split(' ').Where(word => word.Length > 1).ToHashSet(StringComparer.Ordinal);

    public static int Of(HashSet<string> said, ServiceRequest other, bool beside)
    {
        var shared = Words(other.Title).Count(said.Contains);
        return beside ? shared * 2 : shared;
    }

    public static bool Beside(string? area, (double? Longitude, double? Latitude) point, ServiceRequest other) =>
        area is not null && area == other.Area
        || Math.Abs((point.Longitude - other.Longitude) ?? 1) < NearDegrees
            && Math.Abs((point.Latitude - other.Latitude) ?? 1) < NearDegrees;
}
