using Suiying.Engines.Topics;
using Suiying.Testing.Matters;
using static Suiying.Tests.Engines.Topics.Letters;

namespace Suiying.Tests.Engines.Topics;

/// <summary>On requests of a city that does not exist: what it costs at a hundred times this size stands in benchmarks/understanding.</summary>
public sealed class InventedCityTests
{
    private const int Size = 5_000;
    private const int Planted = 60;

    [Fact]
    public void Nine_of_ten_planted_matters_are_found_among_look_alikes()
    {
        var city = new InventedCity(seed: 7, Size, Planted);
        var index = new MatterIndex();
        index.AddAll(city.Requests());
        var (found, all) = city.Found([.. TopicFinder.Topics(index).Select(t => t.Members)]);
        Assert.InRange(all, Planted * 3 / 4, Planted);
        Assert.InRange(found, all * 0.9, all);
    }

    [Fact]
    public void The_same_seed_tells_the_same_and_another_seed_does_not()
    {
        List<MatterItem> Told(int seed) => [.. new InventedCity(seed, 200, 4).Requests()];
        Assert.Equal(Told(1), Told(1));
        Assert.NotEqual(Told(1), Told(2));
    }

    [Fact]
    public void Many_at_once_one_by_one_and_in_any_order_give_the_same_groups()
    {
        List<MatterItem> items = [.. new InventedCity(seed: 3, 2_000, 30).Requests()];
        var together = new MatterIndex();
        together.AddAll(items);
        var shuffled = items.ToArray();
        new Random(5).Shuffle(shuffled);
        var groups = Groups(together);
        Assert.Equal(groups, Groups(Index(items)));
        Assert.Equal(groups, Groups(Index(shuffled)));
    }

    [Fact]
    public void A_window_that_moved_on_answers_as_one_that_never_held_more()
    {
        List<MatterItem> items = [.. new InventedCity(seed: 4, 2_000, 30).Requests()];
        var moved = Index(items);
        var start = items[1_200].At;
        Assert.Equal(1_200, moved.RemoveBefore(start));
        Assert.Equal(Groups(Index(items[1_200..])), Groups(moved));
    }

    [Fact]
    public void A_request_whose_matter_is_known_comes_back_to_it()
    {
        var (live, resumed) = (new LiveMatters(), new LiveMatters());
        foreach (var item in Estate)
            resumed.Resume(item, live.Join(item).Matter);
        Assert.Equal(Estate.Select(i => live.MatterOf(i.Id)), Estate.Select(i => resumed.MatterOf(i.Id)));
        Assert.Equal(["a", "b"], resumed.Members("a"));
    }

    private static List<string> Groups(MatterIndex index) => [.. DuplicateGroups.Of(index).Select(g => string.Join('+', g))];
}
