using System.Globalization;
using Suiying.Engines.Topics;

namespace Suiying.Testing.Matters;

/// <summary>
/// Requests of a city that does not exist, in order of time, the same for the same seed; and among them matters that were planted, with the truth kept.
/// Around each planted matter others write nearly the same of other places, and other things of the same place, in the same days. Nobody else writes of a planted
/// trouble at its place.
/// </summary>
public sealed class InventedCity
{
    /// <summary>Fewest and most requests of a planted matter.</summary>
    private const int Fewest = 3,
        Most = 60;

    private const double Hard = 0.1;
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(8));

    private readonly Random random;
    private readonly RequestWriter writer;
    private readonly IReadOnlyList<InventedPlace> places;
    private readonly double[] placeRanks;
    private readonly double[] troubleRanks = Chances.Zipf(Trouble.All.Count, 0.8);
    private readonly Dictionary<int, int> plantedAt = [];
    private readonly List<PlantedMatter> matters = [];
    private readonly HashSet<(InventedPlace, Trouble)> taken = [];
    private readonly List<string>[] truth;
    private readonly int count;
    private readonly TimeSpan step;
    private PlantedMatter? last;

    /// <param name="seed">Of all chance.</param>
    /// <param name="count">How many requests.</param>
    /// <param name="planted">How many planted matters, of 3 to 60 requests each.</param>
    /// <param name="days">How long the window is.</param>
    /// <param name="placeCount">How many places the city has.</param>
    public InventedCity(int seed, int count, int planted, int days = 180, int placeCount = 12_000)
    {
        random = new Random(seed);
        writer = new RequestWriter(random);
        places = InventedPlace.All(random, placeCount);
        placeRanks = Chances.Zipf(places.Count, 0.6);
        this.count = count;
        step = TimeSpan.FromDays(days) / count;
        truth = [.. Enumerable.Range(0, planted).Select(_ => new List<string>())];
        for (var i = 0; i < planted; i++)
            Plant(i, days);
    }

    /// <summary>All requests, once: chance goes on with each.</summary>
    public IEnumerable<MatterItem> Requests()
    {
        for (var i = 0; i < count; i++)
        {
            var id = i.ToString("D7", CultureInfo.InvariantCulture);
            var planted = plantedAt.TryGetValue(i, out var number);
            if (planted)
            {
                truth[number].Add(id);
                last = matters[number];
            }
            var matter = planted ? last! : Other();
            var author = planted ? random.Next(Most) + 1_000_000_000L + number * 100L : random.Next(count);
            yield return Item(id, matter, Start + step * i, $"a{author}");
        }
    }

    /// <summary>
    /// How many planted matters of three or more are found: some group holds at least so large a share of the matter, and the matter is at least so large a share of
    /// the group.
    /// </summary>
    public (int Found, int All) Found(IReadOnlyList<IReadOnlyList<string>> groups, double share = 0.6)
    {
        var groupOf = groups.SelectMany((g, at) => g.Select(id => (id, at))).ToDictionary(g => g.id, g => g.at);
        bool Holds(List<string> matter) =>
            matter
                .Where(groupOf.ContainsKey)
                .CountBy(id => groupOf[id])
                .Any(g => g.Value >= share * matter.Count && g.Value >= share * groups[g.Key].Count);
        var all = truth.Where(m => m.Count >= Fewest).ToList();
        return (all.Count(Holds), all.Count);
    }

    private MatterItem Item(string id, PlantedMatter matter, DateTimeOffset at, string author)
    {
        var (title, body) = writer.Write(matter);
        var place = matter.Place;
        return new MatterItem
        {
            Id = id,
            Title = title,
            Body = body,
            At = at,
            Author = author,
            Likes = random.In(0.1) ? (int)(1 / (random.NextDouble() + 0.01)) : 0,
            AreaCode =
                random.In(0.6) ? place.Code
                : random.In(0.4) ? place.Code[..6]
                : null,
            CategoryCode = random.In(0.6) ? Code(matter.Trouble) : null,
            Position = random.In(0.3) ? Near(place.Position) : null,
        };
    }

    private static string Code(Trouble trouble) => $"{Array.IndexOf([.. Trouble.All], trouble):00}";

    private GeoPoint Near(GeoPoint point) =>
        new(point.Longitude + 0.003 * (random.NextDouble() - 0.5), point.Latitude + 0.003 * (random.NextDouble() - 0.5));

    /// <summary>Most often anything anywhere; else what is easily taken for the planted matter that was told last.</summary>
    private PlantedMatter Other()
    {
        if (last is { } planted && random.In(Hard))
        {
            return random.In(0.5) ? planted with { Place = Free(p => p.Kind == planted.Place.Kind, planted.Trouble) } : Draw(planted.Place);
        }
        return Draw(places[random.Rank(placeRanks)]);
    }

    private PlantedMatter Draw(InventedPlace place)
    {
        while (true)
        {
            var trouble = Trouble.All[random.Rank(troubleRanks)];
            if (trouble.At.Contains(place.Kind, StringComparison.Ordinal) && !taken.Contains((place, trouble)))
                return PlantedMatter.Draw(place, trouble, int.MaxValue, random);
        }
    }

    private InventedPlace Free(Func<InventedPlace, bool> fits, Trouble trouble)
    {
        while (true)
        {
            var place = places[random.Rank(placeRanks)];
            if (fits(place) && !taken.Contains((place, trouble)))
                return place;
        }
    }

    private void Plant(int number, int days)
    {
        var matter = Draw(places[random.Rank(placeRanks)]);
        matter = matter with { Facts = matter.Facts[..3] };
        taken.Add((matter.Place, matter.Trouble));
        matters.Add(matter);
        var size = Fewest + (int)((Most - Fewest) * Math.Pow(random.NextDouble(), 2));
        var span = Math.Min(count, Math.Max(size * 3, (int)(count * (random.Next(2, 21) / (double)days))));
        var first = random.Next(count - span + 1);
        for (var i = 0; i < size; i++)
            plantedAt.TryAdd(first + random.Next(span), number);
    }
}
