using System.Diagnostics;
using Suiying.Engines.Topics;
using static Suiying.Tests.Engines.Topics.Letters;

namespace Suiying.Tests.Engines.Topics;

public sealed class MatterIndexTests
{
    [Fact]
    public void The_same_matter_is_found_and_look_alikes_are_not()
    {
        var alike = Index(Estate).Alike(Estate[0]);
        Assert.Equal(["b"], alike.Matches.Select(m => m.Id));
        Assert.Equal((1, 1, Start.AddDays(2)), (alike.Requests, alike.People, alike.Since));
    }

    [Fact]
    public void A_match_says_why()
    {
        var match = Assert.Single(Index(Estate).Alike(Estate[0]).Matches);
        Assert.True(match.Reasons is { SamePlace: true, SameConcern: true, SameText: false });
        Assert.Contains("云杉花园", match.Reasons.PlaceWords);
        Assert.NotEmpty(match.Reasons.MatterWords);
        Assert.Equal(2, match.DaysApart);
        Assert.InRange(match.Score, 0.5, 1);
    }

    [Theory]
    [InlineData("3号楼", "5号楼")]
    [InlineData("一期", "2期")]
    [InlineData("A座", "C座")]
    public void Another_building_is_another_matter(string one, string other)
    {
        MatterItem Leak(string id, string where) =>
            Letter(id, $"青岚家园{where}漏水", $"青岚家园{where}顶层漏水，雨天要用盆接，请物业维修。");
        Assert.Empty(Index([Leak("1", one)]).Alike(Leak("2", other)).Matches);
        Assert.Single(Index([Leak("1", one)]).Alike(Leak("2", one)).Matches);
    }

    [Theory]
    [InlineData("朝阳大街", "阳光大街")]
    [InlineData("前廖家营村", "后廖家营村")]
    [InlineData("前廖家营村", "前王家营村")]
    [InlineData("朝阳大街小学", "朝阳大街中学")]
    [InlineData("佳乡花园", "佳县花园")]
    [InlineData("兴隆胡同", "兴盛胡同")]
    [InlineData("福盛公寓21号楼", "红盛公寓21号楼")]
    [InlineData("云岭县李庄村", "青河县李庄村")]
    [InlineData("云岭县柏枫镇雪余营村", "云岭县西岭镇康余营村")]
    public void Neighbours_with_names_that_are_nearly_the_same_are_two_places(string one, string other)
    {
        MatterItem Dark(string id, string where) =>
            Letter(id, $"{where}路灯不亮", $"{where}的路灯坏了好几盏，晚上一片漆黑，老人摔过跤，请尽快维修。", author: id);
        Assert.Empty(Index([Dark("1", one)]).Alike(Dark("2", other)).Matches);
        var match = Assert.Single(Index([Dark("1", one)]).Alike(Dark("2", one)).Matches);
        Assert.True(match.Reasons.SamePlace);
    }

    [Fact]
    public void Area_codes_from_outside_keep_matters_apart()
    {
        var one = Letter("1", "咨询购房补贴何时发放", "去年申请的购房补贴已经通过，什么时候到账？") with { AreaCode = "1306" };
        var same = one with { Id = "2", AreaCode = "130602" };
        var other = one with { Id = "3", AreaCode = "1307", Author = "somebody" };
        Assert.Equal(["2"], Index([same, other]).Alike(one).Matches.Select(m => m.Id));
    }

    [Fact]
    public void What_is_removed_is_found_no_more_and_asking_changes_nothing()
    {
        var index = Index(Estate);
        Assert.Throws<ArgumentException>(() => index.Add(Estate[0]));
        Assert.True(index.Remove("b"));
        Assert.False(index.Remove("b"));
        Assert.Empty(index.Alike(Estate[0]).Matches);
        Assert.Equal(Estate.Length - 1, index.Count);
        Assert.Equal(Estate.Length - 2, index.RemoveBefore(Start.AddDays(100)));
        Assert.Equal(1, index.Count);
    }

    [Fact]
    public void Groups_do_not_depend_on_the_order_of_adding()
    {
        static string Told(IEnumerable<MatterItem> items) =>
            string.Join(' ', DuplicateGroups.Of(Index(items)).Select(g => string.Join('+', g)));
        Assert.Equal("a+b", Told(Estate));
        Assert.Equal("a+b", Told(Enumerable.Reverse(Estate)));
    }

    [Fact]
    public void Live_the_second_joins_the_first_and_the_window_moves_on()
    {
        var live = new LiveMatters();
        Assert.Equal(["a", "a", "other-place"], Estate[..3].Select(item => live.Join(item).Matter).ToList());
        Assert.Equal(["a", "b"], live.Members("a"));
        Assert.Equal(2, live.RemoveBefore(Start.AddDays(2)).Count);
        Assert.Equal((null, "a"), (live.MatterOf("a"), live.MatterOf("b")));
    }

    [Fact]
    public void Among_given_items_of_the_index_the_alike_are_those_that_asking_anew_finds()
    {
        var index = Index(Estate);
        var among = index.AlikeAmong("a", Estate.Select(item => item.Id).Append("nowhere"));
        Assert.Equal(["b"], among.Select(m => m.Id));
        Assert.Equivalent(index.Alike(Estate[0]).Matches, among);
        Assert.Empty(index.AlikeAmong("a", ["other-place", "other-matter"]));
        Assert.Empty(index.AlikeAmong("nowhere", ["a", "b"]));
    }

    [Fact]
    public void Hostile_text_costs_no_more_than_other_text()
    {
        string[] hostile =
        [
            new('的', 10_000_000),
            new('\ud800', 10_000_000),
            new('\0', 1_000_000),
            string.Concat(Enumerable.Repeat("路1栋", 1_000_000)),
        ];
        var started = Stopwatch.GetTimestamp();
        var index = Index([.. Estate, .. hostile.Select((text, i) => Letter($"h{i}", text, text))]);
        Assert.Equal(["b"], index.Alike(Estate[0]).Matches.Select(m => m.Id));
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(5));
    }
}
