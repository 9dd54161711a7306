using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;

namespace Suiying.OpenCity.Model;

/// <summary>
/// 月度公开数: everything that is published of one month: areas down to townships, categories down to the third level, and counties by categories of the first level. What
/// of it is hidden is decided for all of it together, once for each number of which shares are told (shared/domain: k ≥ 10, with complementary suppression).
/// </summary>
internal static class MonthFigures
{
    /// <summary>The smallest number above 0 that is published.</summary>
    public const int Least = 10;

    public static IReadOnlyList<OpenFigure> Of(DateOnly month, IReadOnlyList<OpenCount> counts, CitySnapshot city)
    {
        var keys = new OpenKeys(city);
        var sums = new Sums(keys, counts);
        var (received, due, asked) = (Hidden(t => t.Received), Hidden(t => t.Due), Hidden(t => t.Asked));
        return
        [
            .. new FigureNetwork(keys, _ => 0)
                .Lines.Select(key =>
                    OpenFigure.Of(
                        month,
                        key.Area,
                        key.Category,
                        sums[key],
                        (received.Contains(key), due.Contains(key), asked.Contains(key))
                    )
                )
                // Nothing at all, said or hidden, is no line of a table.
                .Where(f => f is { Hides: true } or { Received: > 0 } or { Due: > 0 } or { Asked: > 0 }),
        ];

        HashSet<(string, string)> Hidden(Func<PublicTally, int> number) => new FigureNetwork(keys, key => number(sums[key])).Hidden(Least);
    }

    /// <summary>Counts with all that they are summed to.</summary>
    private sealed class Sums
    {
        private readonly Dictionary<(string Area, string Category), PublicTally> sums = [];

        public Sums(OpenKeys keys, IReadOnlyList<OpenCount> counts)
        {
            foreach (var count in counts)
            {
                var (areas, categories) = (keys.AreasOf(count.Area), keys.CategoriesOf(count.Category));
                Add(keys.City, OpenKeys.All, count.Tally);
                foreach (var area in areas)
                    Add(area, OpenKeys.All, count.Tally);
                foreach (var category in categories)
                    Add(keys.City, category, count.Tally);
                Add(areas[^1], categories[^1], count.Tally);
            }
        }

        public PublicTally this[(string Area, string Category) key] => sums.GetValueOrDefault(key);

        private void Add(string area, string category, PublicTally tally) => sums[(area, category)] = this[(area, category)] + tally;
    }
}
