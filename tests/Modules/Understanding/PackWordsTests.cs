using Suiying.Contracts.Registry;
using Suiying.Tests.Registry;
using Suiying.Understanding.Model;

namespace Suiying.Tests.Understanding;

/// <summary>What a city proposes on its first day, from the words of its own pack.</summary>
public sealed class PackWordsTests
{
    private static readonly Lazy<Task<CitySnapshot>> Shipped = new(LoadShipped);

    [Theory]
    [InlineData("路灯不亮", "路灯不亮")]
    [InlineData("我家门口的路灯灭了好几天了", "路灯不亮")]
    [InlineData("小区电梯又停在半层了", "电梯")]
    [InlineData("从昨天晚上到现在一直没水", "停水")]
    [InlineData("路中间的井盖不见了，就插了根树枝", "井盖")]
    public async Task The_first_three_proposals_hold_what_is_meant(string said, string named)
    {
        var found = PackWords.Of((await Shipped.Value).Categories).Find(said, 3);
        Assert.Contains(found, f => f.Category.Name.Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_lamp_is_first_and_the_words_that_decided_are_told()
    {
        var (category, words) = PackWords.Of((await Shipped.Value).Categories).Find("我要反映，路灯不亮", 3)[0];
        Assert.Equal("路灯不亮", category.Name);
        Assert.Contains("路灯不亮", words);
    }

    [Theory]
    [InlineData("")]
    [InlineData("你好")]
    [InlineData("嗯嗯嗯，是这样的，我想说一下")]
    public async Task What_says_nothing_proposes_nothing(string said) =>
        Assert.Empty(PackWords.Of((await Shipped.Value).Categories).Find(said, 3));

    [Fact]
    public void A_retired_category_is_not_proposed()
    {
        var tree = new CategoryTree([
            new Category
            {
                Code = "01",
                Name = "路灯不亮",
                Level = 3,
                Successor = "02",
            },
            new Category
            {
                Code = "02",
                Name = "道路照明",
                Level = 3,
                Synonyms = ["路灯"],
            },
            new Category
            {
                Code = "03",
                Name = "井盖缺失",
                Level = 3,
            },
        ]);
        Assert.Equal(["02"], PackWords.Of(tree).Find("门口的路灯不亮", 3).Select(f => f.Category.Code));
    }

    [Fact]
    public async Task A_text_of_any_length_and_kind_is_read()
    {
        var words = PackWords.Of((await Shipped.Value).Categories);
        Assert.Empty(words.Find("\ud800\u0000 \uffff", 3));
        Assert.NotEmpty(words.Find("路灯不亮" + new string('啊', 1_000_000), 3));
    }

    private static async Task<CitySnapshot> LoadShipped()
    {
        await using var house = await RegistryHouse.Open();
        await house.Load(Path.Combine(CityPacksTests.Cities, "baoding"));
        return house.Registry.Current;
    }
}
