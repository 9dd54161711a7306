using Suiying.Contracts.Registry;
using Suiying.Engines.Text;

namespace Suiying.Requests.Model;

/// <summary>Finds categories and units by the words that people type or say. All in memory: a few thousand names.</summary>
public static class CityWords
{
    /// <summary>Categories whose name or synonym holds the words, best first; the finest level before those above it.</summary>
    public static IReadOnlyList<Category> Categories(CitySnapshot city, string words, int most = 8)
    {
        var text = words.Trim();
        return text.Length == 0
            ? []
            : Best(city.Categories.All.Where(c => !c.IsRetired()), c => Rank(c, text), most, c => c.Level == 3 ? 0 : 1 + (3 - c.Level));
    }

    /// <summary>Units whose name holds all the words, shortest name first.</summary>
    public static IReadOnlyList<Unit> Units(CitySnapshot city, string words, int most = 8)
    {
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length == 0
            ? []
            :
            [
                .. city
                    .Units.All.Where(u => !u.IsClosed() && parts.All(p => Holds(u.Name, p) || Holds(city.Areas.FullName(u.Area), p)))
                    .OrderBy(u => parts.All(p => Holds(u.Name, p)) ? 0 : 1)
                    .ThenBy(u => u.Kind)
                    .ThenBy(u => u.Name.Length)
                    .Take(most),
            ];
    }

    private static IReadOnlyList<T> Best<T>(IEnumerable<T> all, Func<T, int> rank, int most, Func<T, int> then) =>
        [
            .. all.Select(x => (Item: x, Rank: rank(x)))
                .Where(x => x.Rank < 9)
                .OrderBy(x => x.Rank)
                .ThenBy(x => then(x.Item))
                .Take(most)
                .Select(x => x.Item),
        ];

    private static int Rank(Category category, string text) =>
        category.Name == text ? 0
        : category.Synonyms.Contains(text) ? 1
        : category.Name.StartsWith(text, StringComparison.OrdinalIgnoreCase) ? 2
        : Holds(category.Name, text) ? 3
        : category.Synonyms.Any(s => Holds(s, text)) ? 4
        : category.Synonyms.Any(s => s.Length > 1 && Holds(text, s)) ? 5
        : text.Length > 1 && text.All(char.IsAsciiLetter) && Initials.Begin(Initials.Of(category.Name), text.ToLowerInvariant()) ? 6
        : 9;

    private static bool Holds(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
