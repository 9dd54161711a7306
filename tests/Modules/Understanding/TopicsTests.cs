using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Contracts.Requests;
using Suiying.Contracts.Understanding;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Testing;
using Suiying.Understanding.Features;
using Suiying.Understanding.Storage;

namespace Suiying.Tests.Understanding;

/// <summary>What several people told of is found while somebody tells it again, and stands on the board.</summary>
public sealed class TopicsTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private const string Board = "/desk/topics";

    private static readonly string[] Noise =
    [
        "金柳花园西边的工地夜里施工，打桩的噪声吵得睡不着",
        "金柳花园旁边工地半夜打桩，噪声太大，孩子睡不了觉",
        "金柳花园西侧工地晚上十一点还在打桩施工，噪声扰民",
        "我住金柳花园，夜里工地打桩噪声一直到凌晨",
        "金柳花园的工地又在夜间打桩，噪声没人管",
    ];

    private static readonly string[] Others =
    [
        "河沿菜市场门口的下水道堵了，污水漫到路上",
        "公交二路车早高峰半个小时不来一辆",
        "想问一下新生儿医保在哪里办理",
        "新桥社区的健身器材松动了，老人摔了一跤",
    ];

    [Fact]
    public async Task A_matter_that_several_people_tell_of_is_found_while_it_is_told_and_stands_on_the_board()
    {
        var numbers = await TellOfTheNoise();
        await Follow();

        var same = app.Services.GetRequiredService<ISameMatters>();
        var found = same.Find(new MatterTold { Text = "金柳花园工地夜里打桩，噪声吵得没法睡", Area = "990102001001" }, 10);
        Assert.Equal((5, 4, 1.0), (found.Requests, found.People, found.Read));
        Assert.Equal(app.Now.AddDays(-4).Date, found.Since!.Value.Date);
        var reasons = string.Join('，', found.Matters[0].Reasons);
        Assert.Contains("同一地点“金柳花园”", reasons, StringComparison.Ordinal);
        Assert.Contains("噪声", reasons, StringComparison.Ordinal);

        await TheDeskProposesThem(numbers);
        await TheBoardTellsOfThem(numbers);
        await ANewOneJoinsAtOnce(numbers);
    }

    [Theory]
    [InlineData("east1")]
    [InlineData("sysadmin")]
    public async Task Who_has_nothing_to_do_with_many_requests_has_no_board(string login)
    {
        using var browser = await app.SignIn(login);
        foreach (var path in new[] { Board, $"{Board}/1", $"{Board}.csv", $"{Board}/1/list.csv", "/api/topics/pins" })
            Assert.False((await browser.Get(path)).IsSuccess, path);
        var by = await app.Given.Staff(login);
        var listed = await app.Use<ListTopics, Outcome<ListTopics.View>>(list =>
            list.Run(new ListTopics.Query(), by, CancellationToken.None)
        );
        Assert.IsType<NotAllowed>(listed.Refusal);
        var followed = await app.Use<FollowMatters, Outcome<int>>(follow => follow.Run(by, CancellationToken.None));
        Assert.IsType<NotAllowed>(followed.Refusal);
        var sought = await app.Use<FindTopics, Outcome<bool>>(find => find.Run(by, CancellationToken.None));
        Assert.IsType<NotAllowed>(sought.Refusal);
    }

    [Fact]
    public async Task A_wrong_filter_is_told_and_a_topic_that_is_gone_is_not_found()
    {
        using var browser = await app.SignIn("supervisor");
        var wrong = await browser.Get($"{Board}?area=nowhere&category=none");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Contains("没有这个类别", wrong.Says("main"), StringComparison.Ordinal);
        var gone = await browser.Get($"{Board}/202600000000");
        Assert.Equal(HttpStatusCode.Gone, gone.Status);
        Assert.Contains("找不到这个热点", gone.Says("main"), StringComparison.Ordinal);
    }

    private async Task<List<string>> TellOfTheNoise()
    {
        var numbers = new List<string>();
        app.Clock.Advance(TimeSpan.FromHours(1));
        for (var i = 0; i < Noise.Length; i++)
        {
            var intake = app.Given.Intake() with { Text = Noise[i], Category = null };
            // The last two are by one person.
            numbers.Add((await app.Given.Request(intake, $"1380000010{Math.Min(i, 3)}")).Number);
            await app.Given.Request(app.Given.Intake() with { Text = Others[i % Others.Length], Category = null });
            app.Clock.Advance(TimeSpan.FromDays(i < Noise.Length - 1 ? 1 : 0));
        }
        // Sealed from the first moment, and in no answer.
        await app.Given.Request(
            app.Given.Intake() with
            {
                Text = Noise[0],
                Category = null,
                Type = RequestType.Report,
                AccusedUnit = "EAST-1",
            }
        );
        return numbers;
    }

    private async Task TheDeskProposesThem(List<string> numbers)
    {
        var agent = await app.Given.Staff("agent");
        var query = new TakeCall.Query
        {
            Text = "金柳花园工地夜里打桩，噪声吵得没法睡",
            What = new Classification { Area = "990102001001" },
        };
        var hints = (await app.Use<TakeCall, Outcome<CallHints>>(take => take.Run(query, agent, CancellationToken.None))).Value;
        Assert.Equal(numbers.Order(), hints.Alike.Rows.Select(r => r.Row.Number).Order());
        Assert.All(hints.Alike.Rows, r => Assert.NotEmpty(r.Reasons));
        var dispatcher = await app.Given.Staff("dispatcher");
        var alike = (
            await app.Use<FindAlike, Outcome<AlikeMatters>>(find => find.Run(numbers[0], dispatcher, CancellationToken.None))
        ).Value;
        Assert.Equal(numbers.Skip(1).Order(), alike.Rows.Select(r => r.Row.Number).Order());
        Assert.Equal(4, alike.Requests);
        var unit = await app.Given.Staff("east1");
        var no = await app.Use<FindAlike, Outcome<AlikeMatters>>(find => find.Run(numbers[0], unit, CancellationToken.None));
        Assert.NotNull(no.Refusal);
    }

    private async Task TheBoardTellsOfThem(List<string> numbers)
    {
        using var supervisor = await app.SignIn("supervisor");
        var board = await supervisor.Get(Board);
        var row = Assert.Single(board.All("table.topics tbody tr"));
        Assert.Contains("金柳花园", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("东区 东一街道 杨柳社区", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("新出现", row.TextContent, StringComparison.Ordinal);
        Assert.Empty((await supervisor.Get($"{Board}?area=990103")).All("table.topics tbody tr"));

        var topic = await supervisor.Get($"{Board}/{numbers[2]}");
        Assert.Equal(numbers.Order(), topic.All("main table tbody td:first-child a").Select(a => a.TextContent).Order());
        Assert.Contains("金柳花园", topic.Says("main dl"), StringComparison.Ordinal);
        var list = await supervisor.Get($"{Board}/{numbers[0]}/list.csv");
        Assert.Equal(6, list.Text.TrimEnd().Split('\n').Length);
        var table = await supervisor.Get($"{Board}.csv");
        Assert.Contains(numbers[0], table.Text, StringComparison.Ordinal);
        var pins = await supervisor.Get("/api/topics/pins");
        Assert.Contains("\"open\":5", pins.Text, StringComparison.Ordinal);
    }

    private async Task ANewOneJoinsAtOnce(List<string> numbers)
    {
        var next = await app.Given.Request(
            app.Given.Intake() with
            {
                Text = "金柳花园工地夜里还在打桩，噪声大",
                Category = null,
            },
            "13800000199"
        );
        app.Clock.Advance(TimeSpan.FromSeconds(15));
        await app.Use<FollowMatters, Outcome<int>>(follow => follow.Run(Actor.System, CancellationToken.None));
        using var supervisor = await app.SignIn("supervisor");
        Assert.Contains("其中 1 件是刚刚归入的", (await supervisor.Get($"{Board}/{numbers[0]}")).Says("main"), StringComparison.Ordinal);
        Assert.Contains(next.Number, (await supervisor.Get($"{Board}/{next.Number}")).Says("main"), StringComparison.Ordinal);

        // What is older than the window leaves it.
        app.Clock.Advance(MatterWindow.Length);
        await Follow();
        Assert.Equal(0, app.Services.GetRequiredService<MatterWindow>().Count);
        using var later = await app.SignIn("supervisor");
        Assert.Contains("还没有热点", (await later.Get(Board)).Says("main"), StringComparison.Ordinal);
    }

    private async Task Follow()
    {
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Null((await app.Use<FollowMatters, Outcome<int>>(follow => follow.Run(Actor.System, CancellationToken.None))).Refusal);
        Assert.True((await app.Use<FindTopics, Outcome<bool>>(find => find.Run(Actor.System, CancellationToken.None))).Value);
    }
}
