using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>
/// 附近的同类诉求: open public matters near the place of an unfinished form whose kind its words name. Compared are only words that the
/// public may see, so that nobody finds out by trying what others wrote.
/// </summary>
public sealed class SuggestSimilar(FindNearby near, MapRows map)
{
    public const int Most = 5;
    public const double Metres = 1000;

    private static readonly RequestType[] Kinds = [RequestType.Help, RequestType.Complaint, RequestType.Suggestion];

    public async Task<Outcome<IReadOnlyList<NearbyRequest>>> Run(DraftContent draft, CancellationToken ct)
    {
        var places = map.Places;
        if (draft.Type is not { } type || !Kinds.Contains(type) || draft.AsksAccused)
            return Nothing();
        if (places.IndexOf(draft.Where.Area) is not { } index || places.PointOf(index) is not { } point)
            return Nothing();
        var query = new FindNearby.Query { Box = MapBox.Around(point.Longitude, point.Latitude, Metres), Ended = false };
        if (!(await near.Run(query, ct)).Ok(out var found, out var refusal))
            return refusal;
        var said = Likeness.Words(draft.Text);
        return found
            .Rows.Where(r => Kinds.Contains(r.Type))
            .Select(r => (Row: r, Alike: WordsOf(r, places.City).Count(said.Contains)))
            .Where(r => r.Alike > 0)
            .OrderByDescending(r => r.Alike)
            .Take(Most)
            .Select(r => r.Row)
            .ToList();
    }

    private static Outcome<IReadOnlyList<NearbyRequest>> Nothing() => new List<NearbyRequest>();

    private static HashSet<string> WordsOf(NearbyRequest row, CitySnapshot city) =>
        city.Categories.Find(row.CategoryCode) is { } category
            ? Likeness.Words(string.Join(' ', [category.Name, .. category.Synonyms, row.Text ?? ""]))
            : Likeness.Words(row.Text ?? "");
}
