using CsCheck;
using Suiying.Engines.Clock;
using static Suiying.Tests.Engines.Clock.Calendars;

namespace Suiying.Tests.Engines.Clock;

public sealed class TimeLeftTests
{
    private static readonly DateTimeOffset Due = At("2026-09-24 17:30");

    [Theory]
    [InlineData("2026-09-24 14:10", "还剩 3 小时 20 分")]
    [InlineData("2026-09-20 15:30", "还剩 4 天 2 小时")]
    [InlineData("2026-09-20 15:29:30", "还剩 4 天 2 小时")]
    [InlineData("2026-09-20 17:30", "还剩 4 天")]
    [InlineData("2026-09-24 14:30", "还剩 3 小时")]
    [InlineData("2026-09-24 17:25", "还剩 5 分")]
    [InlineData("2026-09-24 17:29:30", "还剩不到 1 分")]
    [InlineData("2026-09-24 17:30", "还剩不到 1 分")]
    [InlineData("2026-09-24 17:30:01", "已超不到 1 分")]
    [InlineData("2026-09-25 19:30", "已超 1 天 2 小时")]
    [InlineData("2026-09-25 17:40", "已超 1 天")]
    public void The_two_largest_units_say_how_much_is_left(string now, string words) => Assert.Equal(words, TimeLeft.Words(At(now), Due));

    [Theory]
    [InlineData("2026-09-18 09:00", 0)]
    [InlineData("2026-09-19 10:00", 0.25)]
    [InlineData("2026-09-22 10:00", 1)]
    [InlineData("2026-10-22 10:00", 1)]
    public void A_natural_clock_runs_evenly(string now, double used) =>
        Assert.Equal(used, TimeLeft.Used(At("2026-09-18 10:00"), At(now), At("2026-09-22 10:00")), 6);

    [Theory]
    [InlineData("2026-09-18 17:30", 0.5)]
    [InlineData("2026-09-19 12:00", 0.5)]
    [InlineData("2026-09-20 08:30", 0.5)]
    [InlineData("2026-09-20 13:00", 0.75)]
    [InlineData("2026-09-20 17:30", 1)]
    public void A_working_day_clock_stands_still_on_rest_days(string now, double used)
    {
        var rule = new DeadlineRule
        {
            Kind = DeadlineKind.Return,
            Amount = 1,
            Unit = DeadlineUnit.WorkingDays,
            Basis = "示例",
        };
        var profile = new DeadlineProfile { Name = "测试", Rules = [rule] };
        var deadline = DeadlineRules.Resolve(profile, Official, DeadlineKind.Return, [], 3, At("2026-09-18 08:30"));

        Assert.Equal(used, TimeLeft.Used(deadline, Official, At(now)), 6);
    }

    [Fact]
    public void The_share_only_grows_and_stays_between_nothing_and_all() =>
        Gen.Select(Gen.Int[-5000, 5000], Gen.Int[-5000, 5000], Gen.Int[-100, 4000])
            .Sample(
                (a, b, length) =>
                {
                    var due = Due.AddMinutes(length);
                    var (first, second) = (
                        TimeLeft.Used(Due, Due.AddMinutes(Math.Min(a, b)), due),
                        TimeLeft.Used(Due, Due.AddMinutes(Math.Max(a, b)), due)
                    );
                    return first <= second && first is >= 0 and <= 1 && second is >= 0 and <= 1;
                }
            );
}
