using Suiying.Contracts.Registry;
using Suiying.Contracts.Understanding;
using Suiying.Engines.Places;

namespace Suiying.Understanding.Model;

/// <summary>地点的建议: which areas a text tells of, among those of the city.</summary>
public static class PlaceProposals
{
    public const int Most = 4;

    /// <summary>Reads among these areas; to make one costs half a second for a city of seven thousand.</summary>
    public static PlaceReader Reader(IEnumerable<Area> areas) =>
        new(
            areas.Select(area => new GazetteerEntry
            {
                Code = area.Code,
                Name = area.Name,
                Level = (PlaceLevel)area.Level,
                Parent = area.Parent,
                Aliases = area.Aliases ?? [],
            })
        );

    /// <summary>Best first; several that are not sure where a person has to ask.</summary>
    public static IReadOnlyList<PlaceProposal> Of(AreaTree areas, PlaceReader reader, string text)
    {
        var reading = reader.Read(text);
        var codes = reading.Alternatives.Select(a => (a.Code, a.Confidence));
        if (reading.Best is { } best)
            codes = codes.Prepend((best, reading.Confidence));
        return
        [
            .. codes
                .Select(found => (Area: areas.Find(found.Code), found.Confidence))
                .Where(found => found.Area is not null)
                .Take(Most)
                .Select(
                    (found, i) =>
                        new PlaceProposal
                        {
                            Area = found.Area!,
                            Confidence = found.Confidence,
                            Sure = i == 0 && !reading.Ask,
                            Words =
                            [
                                .. reading
                                    .Evidence.Where(e => areas.Within(found.Area!.Code, e.Code) || areas.Within(e.Code, found.Area.Code))
                                    .Select(e => e.Text)
                                    .Distinct(StringComparer.Ordinal),
                            ],
                        }
                ),
        ];
    }
}
