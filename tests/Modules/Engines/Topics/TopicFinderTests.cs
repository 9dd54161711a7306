using Suiying.Engines.Topics;
using Suiying.Testing.Matters;
using static Suiying.Tests.Engines.Topics.Letters;

namespace Suiying.Tests.Engines.Topics;

public sealed class TopicFinderTests
{
    private static IEnumerable<MatterItem> Dust =>
        Enumerable
            .Range(0, 8)
            .Select(i =>
                Letter(
                    $"d{i}",
                    "青岚家园旁边工地扬尘",
                    $"青岚家园东侧工地的渣土车不盖布，扬尘很大，窗台都是土，第{i}次反映。",
                    i,
                    $"p{i % 4}"
                ) with
                {
                    Likes = i == 0 ? 30 : 0,
                }
            );

    [Fact]
    public void People_are_counted_apart_from_requests_and_likes()
    {
        var topic = Assert.Single(TopicFinder.Topics(Index([.. Dust, Estate[^1]])));
        Assert.Equal((TopicKind.Topic, 8, 4, 30), (topic.Kind, topic.Requests, topic.People, topic.Likes));
        Assert.Equal((Start, Start.AddDays(7)), (topic.First, topic.Last));
        Assert.Equal("青岚家园旁边工地扬尘", topic.Title);
        Assert.Contains("青岚家园", topic.PlaceWords);
        Assert.NotEmpty(topic.MatterWords);
        Assert.Equal(1, topic.Concentration);
    }

    [Fact]
    public void One_concern_at_many_places_is_a_theme_and_no_topic()
    {
        string[] names = ["青岚家园", "云杉花园", "红枫花苑", "白桦佳苑"];
        var index = Index(names.Select((name, i) => Letter($"{i}", $"{name}电梯坏了", $"{name}的电梯停了几天，老人上不了楼。", i)));
        var topics = TopicFinder.Topics(index);
        Assert.Empty(topics);
        var theme = Assert.Single(TopicFinder.Themes(index, topics));
        Assert.Equal((TopicKind.Theme, "电梯", 4), (theme.Kind, theme.Title, theme.Requests));
    }

    [Fact]
    public void Two_troubles_of_one_place_are_two_topics_though_the_rare_name_is_in_every_title()
    {
        var items = Waters("曙高店村").Concat(Lights("曙高店村"));
        var others = new InventedCity(seed: 2, 400, planted: 0).Requests();
        var topics = TopicFinder.Topics(Index([.. others, .. items])).Select(t => string.Join(' ', t.Members.Order())).ToList();
        Assert.Contains("l0 l1 l2", topics);
        Assert.Contains("w0 w1 w2", topics);
    }

    [Fact]
    public void A_place_told_with_town_and_county_joins_its_troubles_no_more_than_its_name_alone()
    {
        const string place = "云岭县柏枫镇曙高店村";
        var others = new InventedCity(seed: 2, 400, planted: 0).Requests();
        var topics = TopicFinder.Topics(Index([.. others, .. Waters(place), .. Lights(place)]));
        Assert.DoesNotContain(topics, t => t.Members.Any(m => m[0] == 'w') && t.Members.Any(m => m[0] == 'l'));
    }

    [Fact]
    public void One_trouble_of_one_place_is_one_topic_in_whatever_words_it_is_told()
    {
        var others = new InventedCity(seed: 2, 400, planted: 0).Requests();
        MatterItem[] items =
        [
            Letter("1", "红叶花园断水", "三天了，打热线没人接。", 0, "a"),
            Letter("2", "红叶花园没有自来水", "做不了饭，老人下楼去提。", 1, "b"),
            Letter("3", "红叶花园楼上没水用", "自来水只有半夜来一小会儿，打热线没人接。", 2, "c"),
        ];
        Assert.Contains(TopicFinder.Topics(Index([.. others, .. items])), t => t.Members.Order().SequenceEqual(["1", "2", "3"]));
    }

    private static IEnumerable<MatterItem> Waters(string place) =>
        new[] { "自来水停了三天，做不了饭", "水压上不来，楼上没水", "停水没有通知，送水车也没来" }.Select(
            (body, i) => Letter($"w{i}", $"{place}停水", $"{place}{body}。", i, $"w{i}")
        );

    private static IEnumerable<MatterItem> Lights(string place) =>
        new[] { "路灯坏了一排，夜里看不见", "照明全灭，老人摔倒", "路灯不亮，上夜班不敢走" }.Select(
            (body, i) => Letter($"l{i}", $"{place}路灯不亮", $"{place}{body}。", i, $"l{i}")
        );
}
