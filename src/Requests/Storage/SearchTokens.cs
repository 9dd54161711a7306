using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Engines.Text;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>The tokens under which a request is found: its words, and the codes of who may look.</summary>
internal static class SearchTokens
{
    /// <summary>Number, title, place, area, and every text of residents and units.</summary>
    public static async Task<string> WordsOf(ServiceRequest request, CitySnapshot city, RequestsDb db, CancellationToken ct)
    {
        // A new request still has all its texts with it.
        if (request.Version == request.NewTransitions.Count)
            return WordsOf(request, city, request.NewNotes.Select(n => n.Text));
        var notes = await db
            .Notes.AsNoTracking()
            .Where(n => n.RequestId == request.Id)
            .OrderBy(n => n.Id)
            .Select(n => n.Text)
            .ToListAsync(ct);
        return WordsOf(request, city, notes);
    }

    public static string WordsOf(ServiceRequest request, CitySnapshot city, IEnumerable<string> texts)
    {
        var parts = new List<string> { request.Number, request.Title, request.Place, city.Areas.FullName(request.Area) };
        parts.AddRange(texts);
        return Bigrams.ForIndex(string.Join('\n', parts));
    }

    /// <summary>u… for each unit that has it and all above it, a… for the area and each above it, and whether it is open.</summary>
    public static string ScopeOf(ServiceRequest request, CitySnapshot city)
    {
        var holders = request.Hands.Split(';').Concat(request.CoUnits.Split(';')).Prepend(request.Unit);
        var units = holders.SelectMany(city.Units.Upwards).Select(u => Unit(u.Code)).Distinct();
        var areas = city.Areas.Upwards(request.Area).Select(a => Area(a.Code));
        string[] accused = request is { Shielded: true, AccusedUnit: { } code } ? [Accused(code)] : [];
        return string.Join(' ', [.. units, .. areas, .. accused, request.Shielded ? "shielded" : OpenToken]);
    }

    public static IReadOnlyList<string> Of(SearchScope scope)
    {
        var tokens = new List<string>();
        if (scope.UnderUnit is { } unit)
            tokens.Add(Unit(unit));
        if (scope.WithinArea is { } area)
            tokens.Add(Area(area));
        if (scope.OpenOnly)
            tokens.Add(OpenToken);
        return tokens;
    }

    /// <summary>Tokens that a request must not have.</summary>
    public static IReadOnlyList<string> Without(SearchScope scope) => [.. scope.NotAccusing.Select(Accused)];

    private const string OpenToken = "openrequest";

    private static string Unit(string code) => "unitx" + Plain(code);

    private static string Accused(string code) => "accusedx" + Plain(code);

    private static string Area(string code) => "areax" + Plain(code);

    private static string Plain(string code) => string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
