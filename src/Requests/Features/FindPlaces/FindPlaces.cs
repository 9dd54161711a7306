using Suiying.Contracts.Registry;
using Suiying.Engines.Text;

namespace Suiying.Requests.Features;

/// <summary>Places that words or a position may mean. It proposes; the person chooses.</summary>
public sealed class FindPlaces(IPlaceFinder finder)
{
    public const int Longest = 60;

    public sealed record Query
    {
        public string? Words { get; init; }

        /// <summary>WGS-84 degrees.</summary>
        public double? Longitude { get; init; }

        public double? Latitude { get; init; }
    }

    public Task<Outcome<IReadOnlyList<FoundPlace>>> Run(Query query, CancellationToken ct) => Task.FromResult(Find(query));

    private Outcome<IReadOnlyList<FoundPlace>> Find(Query query)
    {
        if (query.Longitude is { } lon && query.Latitude is { } lat)
        {
            if (lon is not (>= -180 and <= 180) || lat is not (>= -90 and <= 90))
                return Refusal.Invalid(new FieldProblem("position", "坐标超出范围，应为WGS-84经纬度。"));
            return finder.NearestVillage(lon, lat) is { } near
                ? new List<FoundPlace> { FoundPlace.Of(near.Area, near.FullName, near.AdministeredBy, near.Metres) }
                : new List<FoundPlace>();
        }
        var words = PlainText.OneLine(query.Words);
        if (words.Length == 0)
            return Refusal.Invalid(new FieldProblem("place", "请先写一个地名，例如小区、村庄、街道的名字。"));
        if (words.Length > Longest)
            return Refusal.Invalid(new FieldProblem("place", $"地名最多{Longest}个字。"));
        return finder.Find(words).Select(m => FoundPlace.Of(m.Area, m.FullName, m.AdministeredBy, null)).ToList();
    }
}

/// <summary>A place that a person may choose.</summary>
/// <param name="Code">Code of the area.</param>
/// <param name="Name">Its own name.</param>
/// <param name="Path">What it lies in; for one that is not served, also who answers for it.</param>
/// <param name="Served">False where this hotline does not answer for it.</param>
/// <param name="AdministeredBy">Who does, where this hotline does not.</param>
/// <param name="Metres">Distance from the position asked for.</param>
public sealed record FoundPlace(string Code, string Name, string Path, bool Served, string? AdministeredBy, double? Metres)
{
    internal static FoundPlace Of(Area area, string fullName, string? administeredBy, double? metres)
    {
        var above = fullName.EndsWith(area.Name, StringComparison.Ordinal) ? fullName[..^area.Name.Length].Trim() : fullName;
        var path = area.Served ? above : Translations.Of("{0} 不由本市热线受理：{1}", above, administeredBy).Trim();
        return new(area.Code, area.Name, path, area.Served, administeredBy, metres is { } m ? Math.Round(m) : null);
    }
}
