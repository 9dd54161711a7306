using System.Net;
using CsCheck;
using Suiying.Programmes.Model;
using Suiying.Testing;

namespace Suiying.Tests.Programmes;

/// <summary>票决: the rule by a table, and a vote through its pages with a tie and a second ballot.</summary>
public sealed class VoteTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    /// <param name="ballots">Marks of each ballot, with / between.</param>
    /// <param name="seats">How many may be elected.</param>
    /// <param name="deputies">All who may vote.</param>
    /// <param name="elected">The most votes first.</param>
    /// <param name="tied">At the cut.</param>
    /// <param name="invalid">废票</param>
    [Theory]
    [InlineData("1 2/1 2/1 3/2 3/1", 2, 5, "1 2", "", 0)]
    // Half of all deputies is not more than half.
    [InlineData("1/1/1/2", 1, 6, "", "", 0)]
    [InlineData("1/1/1/1", 1, 6, "1", "", 0)]
    // Too many marks, the same twice, nobody's number: none of them counts.
    [InlineData("1 2 3/1 1/4/1/1/1", 2, 5, "1", "", 3)]
    // Who ties at the cut is not elected, whoever stands above is.
    [InlineData("1 2/1 3/1 2/1 3/2 3", 2, 5, "1", "2 3", 0)]
    [InlineData("0/0/0", 1, 5, "", "", 0)]
    public void Votes_are_counted_by_the_published_rule(string ballots, int seats, int deputies, string elected, string tied, int invalid)
    {
        Assert.True(VoteCount.Read(ballots.Replace('/', '\n')).Ok(out var marks, out _));
        var count = VoteCount.Of([.. marks], 3, seats, deputies);
        Assert.Equal((elected, tied, invalid), (string.Join(' ', count.Elected), string.Join(' ', count.Tied), count.Invalid));
    }

    /// <summary>No order of the ballots changes what they come to.</summary>
    [Fact]
    public void The_order_of_ballots_is_of_no_matter() =>
        Gen.Select(Gen.Int[1, 4].Array[0, 4].Array[1, 30], Gen.Int)
            .Sample(
                (ballots, seed) =>
                {
                    var shuffled = ballots.ToArray();
                    new Random(seed).Shuffle(shuffled);
                    var (one, other) = (VoteCount.Of(ballots, 4, 2, 20), VoteCount.Of(shuffled, 4, 2, 20));
                    Assert.Equal(one.Yes, other.Yes);
                    Assert.Equal(one.Elected, other.Elected);
                    Assert.Equal(one.Tied, other.Tied);
                    Assert.True(one.Elected.Count <= 2);
                }
            );

    [Fact]
    public async Task Only_what_was_elected_becomes_a_project_and_anybody_can_count_again()
    {
        var ideas = new List<string>();
        foreach (var title in new[] { "社区食堂助餐点", "口袋公园建设", "充电桩进小区" })
            ideas.Add(await Candidate(title));
        using var supervisor = await app.SignIn("supervisor");
        var form = await supervisor.Get("/desk/projects/vote");
        var bad = await form.Submit(
            "main form",
            ("deputies-voted-2027", "5"),
            ("seats-voted-2027", "3"),
            ("ballots-voted-2027", "1 2\n张三：1\n")
        );
        Assert.Equal(HttpStatusCode.BadRequest, bad.Status);
        foreach (var said in new[] { "应选数要少于候选数，现有候选 3 项", "第 2 行“张三：1”应只写候选编号" })
            Assert.Contains(said, bad.Says(), StringComparison.Ordinal);
        var counted = await form.Submit(
            "main form",
            ("deputies-voted-2027", "5"),
            ("seats-voted-2027", "2"),
            ("ballots-voted-2027", "1 3\n1 2\n2 1\n3 1\n3 2")
        );
        Assert.StartsWith("/projects/votes/", counted.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("末位相等，另行票决", counted.Says(), StringComparison.Ordinal);
        // What is published has neither order nor number by which a deputy could be known.
        var file = await app.Visitor().Get($"{counted.Address.AbsolutePath}.txt");
        Assert.Equal("1 2\n1 2\n1 3\n1 3\n2 3\n", file.Text);
        using var leader = await app.SignIn("leader");
        Assert.Contains("还没有当选", (await Decide(leader, ideas[1])).Says(), StringComparison.Ordinal);
        Assert.Contains("已确定", (await Decide(leader, ideas[0])).Says("h1"), StringComparison.Ordinal);
        // Only those who tied stand again.
        var second = await supervisor.Get("/desk/projects/vote");
        Assert.DoesNotContain("社区食堂助餐点", second.Says("section"), StringComparison.Ordinal);
        var decided = await second.Submit(
            "main form",
            ("deputies-voted-2027", "5"),
            ("seats-voted-2027", "1"),
            ("ballots-voted-2027", "1\n1\n1\n2\n0")
        );
        Assert.Contains("当选", decided.Says("table"), StringComparison.Ordinal);
        Assert.Contains("已确定", (await Decide(leader, ideas[1])).Says("h1"), StringComparison.Ordinal);
        Assert.Contains("票决结果", (await app.Visitor().Get("/projects/ideas")).Says(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().Get("/projects/votes/00000000-0000-0000-0000-000000000000")).Status);
        using (var reader = await app.SignIn("leader"))
            Assert.Empty((await reader.Get("/desk/projects/vote")).All("main form[method=post]"));
    }

    private async Task<string> Candidate(string title)
    {
        // The ballot is in the order in which they were proposed.
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        using var supervisor = await app.SignIn("supervisor");
        var proposed = await (await supervisor.Get("/desk/projects/propose")).Submit(
            "main form",
            ("source", "Deputies"),
            ("from", "代表议案（示例）"),
            ("programme", "voted"),
            ("title", title),
            ("text", "居民反映多年，建议列入下一年的实事。")
        );
        var screened = await proposed.Submit(
            "form:has(input[name=_handler][value=screen-proposal])",
            ("to", "Feasible"),
            ("cost", "100"),
            ("land", "利用现有场地。"),
            ("law", "符合现行政策。"),
            ("beneficiaries", "3000")
        );
        Assert.Contains("可行", screened.Says("h1"), StringComparison.Ordinal);
        return screened.Address.AbsolutePath;
    }

    private static async Task<Page> Decide(Browser leader, string idea) =>
        await (await leader.Get(idea)).Submit(
            "form:has(input[name=_handler][value=decide-project])",
            ("goal", "年内建成并对居民开放使用。"),
            ("owner", "分管副市长（示例）"),
            ("level", "City"),
            ("lead", "CITY-URBAN"),
            ("by", "人代会票决，2026-03-02")
        );
}
