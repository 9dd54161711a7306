namespace Suiying.Engines.Topics;

/// <summary>A position, WGS84.</summary>
/// <param name="Longitude">Degrees, -180 to 180.</param>
/// <param name="Latitude">Degrees, -90 to 90.</param>
public readonly record struct GeoPoint(double Longitude, double Latitude)
{
    private const double MetresPerDegree = 111_195;

    /// <summary>Metres on a plane that touches the sphere between the two: within a city off by less than one in a thousand.</summary>
    public double MetresTo(GeoPoint other)
    {
        var east = (other.Longitude - Longitude) * Math.Cos((Latitude + other.Latitude) / 2 * Math.PI / 180);
        var north = other.Latitude - Latitude;
        return MetresPerDegree * Math.Sqrt(east * east + north * north);
    }
}
