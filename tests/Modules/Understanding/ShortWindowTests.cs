using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Contracts.Requests;
using Suiying.Testing;
using Suiying.Understanding.Features;
using Suiying.Understanding.Storage;

namespace Suiying.Tests.Understanding;

/// <summary>Where more is told than memory may hold, the newest is looked at, and the page says how far back that is.</summary>
public sealed class ShortWindowTests(ShortWindowTests.Town town) : IClassFixture<ShortWindowTests.Town>
{
    private const int Most = 4;

    /// <summary>A city whose memory holds few.</summary>
    public sealed class Town : SuiyingApp
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton(new MatterSetting(Most)));
        }
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_oldest_leave_and_do_not_come_back_before_a_restart_nor_after_it()
    {
        var told = new List<(string Number, DateTimeOffset At)>();
        for (var day = 0; day < Most + 2; day++)
        {
            told.Add((await Tell(), town.Now));
            town.Clock.Advance(TimeSpan.FromDays(1));
        }
        var window = town.Services.GetRequiredService<MatterWindow>();
        await Follow(window);
        Held(window, told[2..]);

        // Its move is read, and it is too old to be taken in again.
        await town.Given.Dispatch(told[0].Number, "EAST-1");
        await Follow(window);
        Held(window, told[2..]);

        told.Add((await Tell(), town.Now));
        await Follow(window);
        Held(window, told[3..]);

        using var restarted = new MatterWindow(new MatterSetting(Most));
        await Follow(restarted);
        Held(restarted, told[3..]);

        Assert.True((await town.Use<FindTopics, Outcome<bool>>(find => find.Run(Actor.System, Ct))).Value);
        using var supervisor = await town.SignIn("supervisor");
        var board = (await supervisor.Get("/desk/topics")).Says("main");
        Assert.Contains("最近 4 天的诉求里", board, StringComparison.Ordinal);
        Assert.Contains("所以不到 120 天", board, StringComparison.Ordinal);
        var topic = await supervisor.Get($"/desk/topics/{told[^1].Number}");
        Assert.Contains("金柳花园", topic.Says("main"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("999")]
    [InlineData("10000001")]
    [InlineData("many")]
    [InlineData("-5")]
    [InlineData("1,000")]
    public void A_wrong_bound_is_said_at_the_start(string words)
    {
        var said = Assert.Throws<InvalidOperationException>(() => Read(words));
        Assert.Contains("SUIYING_MATTERS", said.Message, StringComparison.Ordinal);
        Assert.Contains("1000到10000000", said.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 500_000)]
    [InlineData("1000", 1000)]
    [InlineData("10000000", 10_000_000)]
    public void The_bound_is_set_by_the_city(string words, int most) => Assert.Equal(most, Read(words).Most);

    private static MatterSetting Read(string words) =>
        MatterSetting.Read(
            new ConfigurationBuilder().AddInMemoryCollection([new KeyValuePair<string, string?>("SUIYING_MATTERS", words)]).Build()
        );

    private async Task<string> Tell() =>
        (await town.Given.Request(town.Given.Intake() with { Text = "金柳花园的工地夜里打桩，噪声吵得睡不着" })).Number;

    private async Task Follow(MatterWindow window)
    {
        town.Clock.Advance(TimeSpan.FromMinutes(2));
        var followed = await town.Use<IToldMatters, Outcome<int>>(told =>
            new FollowMatters(told, window, town.Clock).Run(Actor.System, Ct)
        );
        Assert.Null(followed.Refusal);
        Assert.Equal(1, window.Read);
    }

    private static void Held(MatterWindow window, List<(string Number, DateTimeOffset At)> told)
    {
        Assert.Equal(told.ConvertAll(t => t.Number), window.Rows(told.Select(t => t.Number)).Select(r => r.Number));
        Assert.Equal((told.Count, told[0].At), (window.Count, window.From));
    }
}
