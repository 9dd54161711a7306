using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace Suiying.Registry.Model.Drawing;

/// <summary>Degrees with the longitude shortened as it is at the city's latitude, so that a circle is round; back again rounded to a metre.</summary>
internal sealed class Plane(double latitude)
{
    public const int Decimals = 5;

    private readonly double narrow = Math.Cos(double.DegreesToRadians(latitude));

    public static GeometryFactory Shapes { get; } = new();

    public Coordinate In(double longitude, double latitude) => new(longitude * narrow, latitude);

    /// <summary>The nearest point that can be written with five decimals, still in the plane.</summary>
    public Coordinate Snap(Coordinate at)
    {
        var (longitude, latitude) = Out(at);
        return In(longitude, latitude);
    }

    public (double Longitude, double Latitude) Out(Coordinate at) =>
        (Math.Round(at.X / narrow, Decimals, MidpointRounding.AwayFromZero), Math.Round(at.Y, Decimals, MidpointRounding.AwayFromZero));

    public Geometry In(Geometry degrees) => Map(degrees, c => In(c.X, c.Y));

    public Geometry Out(Geometry plane) =>
        Map(
            plane,
            c =>
            {
                var (longitude, latitude) = Out(c);
                return new Coordinate(longitude, latitude);
            }
        );

    private static Geometry Map(Geometry geometry, Func<Coordinate, Coordinate> map) =>
        new GeometryEditor(Shapes).Edit(geometry, new Mapping(map));

    private sealed class Mapping(Func<Coordinate, Coordinate> map) : GeometryEditor.CoordinateOperation
    {
        public override Coordinate[] Edit(Coordinate[] coordinates, Geometry geometry) => [.. coordinates.Select(map)];
    }
}
