using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Contracts.Understanding;
using Suiying.Engines.Topics;
using Suiying.Understanding.Model;

namespace Suiying.Understanding.Storage;

/// <summary>Asks the window of this process.</summary>
internal sealed class SameMatters(MatterWindow window, ICityRegistry registry, TimeProvider time) : ISameMatters
{
    /// <summary>A shorter text says nothing yet.</summary>
    private const int Shortest = 6;

    public AlikeRequests Find(MatterTold told, int most)
    {
        if (told.Text.Trim().Length < Shortest)
            return new AlikeRequests { Read = window.Read };
        var item = new MatterItem
        {
            Id = told.Id is { } id ? window.NumberOf(id) ?? "" : "",
            Title = told.Title,
            Body = told.Text,
            At = told.At ?? time.GetUtcNow(),
            AreaCode = told.Area,
            CategoryCode = told.Category,
            Position = told is { Longitude: { } longitude, Latitude: { } latitude } ? new GeoPoint(longitude, latitude) : null,
        };
        var (alike, rows) = window.Alike(item, most);
        var areas = registry.Current.Areas;
        return new AlikeRequests
        {
            Matters = [.. alike.Matches.Zip(rows, (match, row) => Of(match, row, areas))],
            Requests = alike.Requests,
            People = alike.People,
            Supporters = alike.Likes,
            Since = alike.Since,
            Read = window.Read,
        };
    }

    public IReadOnlyDictionary<RequestId, IReadOnlyList<AlikeRequest>> OpenBeside(IEnumerable<RequestId> requests, int most)
    {
        var areas = registry.Current.Areas;
        return window
            .Together(requests)
            .ToDictionary(
                found => found.Key,
                IReadOnlyList<AlikeRequest> (found) => [.. found.Value.Take(most).Select(m => Of(m.Match, m.Row, areas))]
            );
    }

    private static AlikeRequest Of(MatterMatch match, ToldMatter row, AreaTree areas) =>
        new(row.Id, match.Score, SameWords.Of(match.Reasons, areas.FullName(row.Area)));
}
