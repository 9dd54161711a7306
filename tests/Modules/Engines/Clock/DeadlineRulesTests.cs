using Suiying.Engines.Clock;
using static Suiying.Tests.Engines.Clock.Calendars;

namespace Suiying.Tests.Engines.Clock;

public sealed class DeadlineRulesTests
{
    private static readonly DateTimeOffset Start = At("2026-09-18 10:00");

    [Theory]
    [InlineData("040703 0407 04", 2, 10, "法律规定")]
    [InlineData("040702 0407 04", 2, 20, "类别和等级")]
    [InlineData("040702 0407 04", 3, 30, "类别")]
    [InlineData("05", 2, 40, "等级")]
    [InlineData("05", 3, 50, "默认")]
    [InlineData("", 2, 40, "等级")]
    [InlineData("", 4, 50, "默认")]
    public void The_more_specific_rule_wins_and_law_wins_over_all(string path, int grade, int hours, string step)
    {
        var deadline = Resolve(
            path,
            grade,
            Rule(50),
            Rule(40, grade: 2),
            Rule(30, category: "04"),
            Rule(20, category: "0407", grade: 2),
            Rule(10, category: "040703") with
            {
                FromLaw = true,
            }
        );

        Assert.Equal(Start.AddHours(hours), deadline.DueAt);
        Assert.Equal(hours, deadline.Rule.Amount);
        Assert.StartsWith($"采用：答复 {hours} 小时（{step}：", deadline.Considered[0], StringComparison.Ordinal);
    }

    [Fact]
    public void The_nearest_category_wins_over_those_above_it()
    {
        var deadline = Resolve("040703 0407 04", 3, Rule(30, "04"), Rule(20, "0407"), Rule(50));

        Assert.Equal(20, deadline.Rule.Amount);
        Assert.Contains(deadline.Considered, line => line.Contains("类别 0407 更具体", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_two_laws_that_apply_alike_the_one_that_is_due_first_wins()
    {
        // 信访 knows both 5 working days and 15 natural days; both are computed and the first due holds.
        var days = Rule(15) with
        {
            Unit = DeadlineUnit.NaturalDays,
            FromLaw = true,
        };
        var working = Rule(5) with { Unit = DeadlineUnit.WorkingDays, FromLaw = true };

        var deadline = Resolve("", 3, days, working);

        Assert.Equal(At("2026-09-24 17:30"), deadline.DueAt);
        Assert.Contains(deadline.Considered, line => line.Contains("同等规则取先到期的", StringComparison.Ordinal));
    }

    [Fact]
    public void The_log_names_every_rule_that_applied_and_counts_the_others()
    {
        var deadline = Resolve("05", 2, Rule(50), Rule(40, grade: 2), Rule(30, category: "04"), Rule(5, grade: 1));

        Assert.Equal(
            [
                "采用：答复 40 小时（等级：等级 2（紧急）；依据：示例，未核实）。",
                "未采用：答复 50 小时（默认：所有类别和等级；依据：示例，未核实）；“等级”优先于“默认”。",
                "另有 2 条规则因类别或等级不符而不适用。",
            ],
            deadline.Considered
        );
    }

    [Theory]
    [InlineData(30, DeadlineUnit.Minutes, "2026-09-18 10:30")]
    [InlineData(24, DeadlineUnit.Hours, "2026-09-19 10:00")]
    [InlineData(7, DeadlineUnit.NaturalDays, "2026-09-25 10:00")]
    [InlineData(5, DeadlineUnit.WorkingDays, "2026-09-24 17:30")]
    public void Each_unit_runs_on_its_own_clock(int amount, DeadlineUnit unit, string due) =>
        Assert.Equal(At(due), Resolve("", 3, Rule(amount) with { Unit = unit }).DueAt);

    [Fact]
    public void A_deadline_beyond_the_published_years_says_that_it_is_provisional()
    {
        var rule = Rule(5) with { Unit = DeadlineUnit.WorkingDays };

        Assert.True(Find([rule], "", 3, At("2026-12-30 10:00")).Provisional);
        Assert.False(Find([rule], "", 3, Start).Provisional);
    }

    [Fact]
    public void A_profile_without_a_rule_for_the_kind_is_an_error_that_names_it()
    {
        var profile = Profile(Rule(5) with { Kind = DeadlineKind.Sign });

        var error = Assert.Throws<InvalidOperationException>(() =>
            DeadlineRules.Resolve(profile, Official, DeadlineKind.Reply, ["0407", "04"], 3, Start)
        );

        Assert.Equal("期限方案“测试”没有适用的答复期限：类别 0407←04，等级 3（一般）。", error.Message);
    }

    private static Deadline Resolve(string path, int grade, params DeadlineRule[] rules) => Find(rules, path, grade, Start);

    private static Deadline Find(DeadlineRule[] rules, string path, int grade, DateTimeOffset start) =>
        DeadlineRules.Resolve(
            Profile(rules),
            Official,
            DeadlineKind.Reply,
            path.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            grade,
            start
        );

    private static DeadlineProfile Profile(params DeadlineRule[] rules) => new() { Name = "测试", Rules = rules };

    private static DeadlineRule Rule(int hours, string? category = null, int? grade = null) =>
        new()
        {
            Kind = DeadlineKind.Reply,
            Category = category,
            Grade = grade,
            Amount = hours,
            Unit = DeadlineUnit.Hours,
            Basis = "示例",
        };
}
