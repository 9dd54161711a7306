using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;

namespace Suiying.Registry.Model.Duties;

/// <summary>派单目录改动的影响: matters that the duty list would have proposed to another unit.</summary>
/// <param name="From">Name of the unit so far; empty where the old list proposed nobody.</param>
/// <param name="To">Name of the unit from now on; empty where the new list proposes nobody.</param>
/// <param name="Count">How many matters.</param>
/// <param name="Open">How many of them are open.</param>
/// <param name="Kinds">The kinds of matter, most first: category, area, count.</param>
public sealed record DutyMove(string From, string To, int Count, int Open, IReadOnlyList<MatterTally> Kinds);

/// <summary>推演: past and open matters, each asked of the old and the new list.</summary>
public sealed record DutyReplay(int Matters, int Moved, int MovedOpen, IReadOnlyList<DutyMove> Moves)
{
    public static DutyReplay Of(IReadOnlyList<MatterTally> tallies, CitySnapshot old, CitySnapshot next)
    {
        var moves =
            from tally in tallies
            let move = (From: First(old, tally), To: First(next, tally))
            where move.From?.Code != move.To?.Code
            group tally by (From: move.From?.Name ?? "", To: move.To?.Name ?? "") into moved
            let count = moved.Sum(t => t.Count)
            orderby count descending
            select new DutyMove(
                moved.Key.From,
                moved.Key.To,
                count,
                moved.Sum(t => t.Open),
                [.. moved.OrderByDescending(t => t.Count).Take(5)]
            );
        var all = moves.ToList();
        return new DutyReplay(tallies.Sum(t => t.Count), all.Sum(m => m.Count), all.Sum(m => m.Open), all);
    }

    private static Unit? First(CitySnapshot city, MatterTally tally) =>
        city
            .Duties.Matches(city, tally.Category, [.. city.Areas.Upwards(tally.Area)])
            .Select(m => m.Unit)
            .FirstOrDefault(u => !city.Units.Under(u.Code, tally.Accused));
}
