using System.Globalization;

namespace Suiying.Requests.Model;

/// <summary>A part of the map in WGS-84 degrees.</summary>
public readonly record struct MapBox(double West, double South, double East, double North)
{
    private const double MetresPerDegree = 111_195;

    public static MapBox Nothing { get; } = new(double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);

    /// <summary>The box around a circle.</summary>
    public static MapBox Around(double longitude, double latitude, double metres)
    {
        var high = metres / MetresPerDegree;
        var wide = high / Math.Max(0.01, Math.Cos(double.DegreesToRadians(latitude)));
        return new MapBox(longitude - wide, latitude - high, longitude + wide, latitude + high);
    }

    /// <summary>Reads west,south,east,north; null where it is not such a box.</summary>
    public static MapBox? Read(string? text)
    {
        var parts = text?.Split(',') ?? [];
        Span<double> numbers = stackalloc double[4];
        if (parts.Length != 4)
            return null;
        for (var i = 0; i < 4; i++)
        {
            if (!double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]))
                return null;
        }
        var box = new MapBox(numbers[0], numbers[1], numbers[2], numbers[3]);
        var sane = box.West <= box.East && box.South <= box.North && Math.Abs(box.South) <= 90 && Math.Abs(box.North) <= 90;
        return sane && Math.Abs(box.West) <= 540 && Math.Abs(box.East) <= 540 ? box : null;
    }

    public bool Holds(double longitude, double latitude) =>
        longitude >= West && longitude <= East && latitude >= South && latitude <= North;

    public MapBox With(double longitude, double latitude) =>
        new(Math.Min(West, longitude), Math.Min(South, latitude), Math.Max(East, longitude), Math.Max(North, latitude));

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{West:0.#####},{South:0.#####},{East:0.#####},{North:0.#####}");
}
