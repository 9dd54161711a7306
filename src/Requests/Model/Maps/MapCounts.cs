using Suiying.Contracts.Registry;

namespace Suiying.Requests.Model;

/// <summary>What a public map counts.</summary>
public sealed record MapFilter
{
    /// <summary>An area of any level; all below it count.</summary>
    public string? Area { get; init; }

    /// <summary>A category of any level.</summary>
    public string? Category { get; init; }

    public bool? Ended { get; init; }

    public DateTimeOffset? From { get; init; }
}

/// <summary>
/// One mark on the map: one place, or several that lie close together at this size. The area is the one to open, or null where a closer
/// look at the box parts them.
/// </summary>
public sealed record MapPin(
    double Longitude,
    double Latitude,
    int Open,
    int Ended,
    int Supporters,
    string? Area,
    string Name,
    int Places,
    IReadOnlyList<double> Box
);

/// <summary>How many public matters each area has under one filter.</summary>
public sealed class MapCounts(MapPlaces places, int[] open, int[] ended, int[] supporters, int unplaced)
{
    private const double PixelsOfWorld = 512;
    private const double PixelsOfCell = 72;
    private const double ClosestZoom = 15;

    public MapPlaces Places => places;

    /// <summary>Matters of which no place is known, or none with a point.</summary>
    public int Unplaced => unplaced;

    public int Total { get; } = open.Sum() + ended.Sum() + unplaced;

    /// <summary>The areas right below one, with all that lies under each; those without any are left out, and the most come first.</summary>
    public IReadOnlyList<(Area Area, int Open, int Ended)> Under(string code)
    {
        var sums = new Dictionary<string, (int Open, int Ended)>();
        for (var i = 0; i < open.Length; i++)
        {
            if (open[i] + ended[i] == 0)
                continue;
            var child = places.City.Areas.Upwards(places.Areas[i].Code).FirstOrDefault(a => a.Parent == code);
            if (child is null)
                continue;
            var sum = sums.GetValueOrDefault(child.Code);
            sums[child.Code] = (sum.Open + open[i], sum.Ended + ended[i]);
        }
        return
        [
            .. sums.Select(s => (places.City.Areas.Find(s.Key)!, s.Value.Open, s.Value.Ended)).OrderByDescending(s => s.Open + s.Ended),
        ];
    }

    /// <summary>How many others met the same as all that is counted.</summary>
    public int Supporters { get; } = supporters.Sum();

    /// <summary>Marks for a part of the map: a square of some 72 pixels becomes one.</summary>
    public IReadOnlyList<MapPin> Pins(MapBox box, double zoom)
    {
        var cell = 360 / (PixelsOfWorld * Math.Pow(2, zoom)) * PixelsOfCell;
        var groups = new Dictionary<(long X, long Y), Group>();
        for (var i = 0; i < open.Length; i++)
        {
            if (open[i] + ended[i] == 0 || places.PointOf(i) is not { } point || !box.Holds(point.Longitude, point.Latitude))
                continue;
            // A degree of latitude is longer on the map than one of longitude.
            var narrow = Math.Cos(double.DegreesToRadians(point.Latitude));
            var key = ((long)Math.Floor(point.Longitude / cell), (long)Math.Floor(point.Latitude / (cell * narrow)));
            if (!groups.TryGetValue(key, out var group))
                groups[key] = group = new Group();
            group.Add(i, point, (open[i], ended[i], supporters[i]));
        }
        return [.. groups.Values.Select(g => PinOf(g, zoom)).OrderByDescending(p => p.Open + p.Ended)];
    }

    private MapPin PinOf(Group group, double zoom)
    {
        var first = places.Areas[group.Main];
        var sum = group.Open + group.Ended;
        var area =
            group.Places == 1 ? first
            : zoom >= ClosestZoom ? places.City.Areas.Find(first.Parent) ?? first
            : null;
        var box = group.Box;
        return new MapPin(
            Math.Round(group.Longitude / sum, 5),
            Math.Round(group.Latitude / sum, 5),
            group.Open,
            group.Ended,
            group.Supporters,
            area?.Code,
            (area ?? first).Name,
            group.Places,
            [box.West, box.South, box.East, box.North]
        );
    }

    private sealed class Group
    {
        private int most;

        public double Longitude { get; private set; }
        public double Latitude { get; private set; }
        public int Open { get; private set; }
        public int Ended { get; private set; }
        public int Supporters { get; private set; }
        public int Places { get; private set; }

        /// <summary>The area with the most matters gives its name.</summary>
        public int Main { get; private set; }
        public MapBox Box { get; private set; } = MapBox.Nothing;

        public void Add(int index, (double Longitude, double Latitude) point, (int Open, int Ended, int Supporters) here)
        {
            var weight = here.Open + here.Ended;
            Longitude += point.Longitude * weight;
            Latitude += point.Latitude * weight;
            (Open, Ended, Places) = (Open + here.Open, Ended + here.Ended, Places + 1);
            Supporters += here.Supporters;
            Box = Box.With(point.Longitude, point.Latitude);
            if (weight > most)
                (most, Main) = (weight, index);
        }
    }
}
