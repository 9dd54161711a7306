using System.Security.Cryptography;
using System.Text;
using Suiying.Contracts.Registry;
using Suiying.Programmes.Model;
using Suiying.Testing;

namespace Suiying.Tests.Programmes;

/// <summary>量化考核: the parts of a score and the colours, by tables counted by hand.</summary>
public sealed class ProjectScoreTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private static readonly ProgrammeScheme Usual = ProgrammeScheme.Usual;

    private static readonly Actor Leader = By(Role.Leader);
    private static readonly Actor Supervisor = By(Role.Supervisor);
    private static readonly Actor Lead = By(Role.UnitHandler) with { UnitCode = "WATER" };

    private CitySnapshot City => app.City;

    /// <param name="doneInMonth">The month whose last day it was reported on; 0 where it was not.</param>
    /// <param name="today">A day of 2026.</param>
    /// <param name="colour">How it lies beside its plan.</param>
    /// <param name="progress">Of what was due, by a fourth, a fourth and a half at the ends of March, June and September.</param>
    [Theory]
    [InlineData(0, "2026-03-30", null, "None")]
    [InlineData(0, "2026-03-31", "0", "Red")]
    [InlineData(3, "2026-03-31", "1", "Green")]
    // Done early: nothing more than all of it.
    [InlineData(2, "2026-03-31", "1", "Green")]
    // Thirty days late, a tenth less; 31 days, two tenths.
    [InlineData(4, "2026-04-30", "0.9", "Green")]
    [InlineData(5, "2026-05-31", "0.7", "Green")]
    // At least half of it counts, however late.
    [InlineData(12, "2026-12-31", "0.125", "Red")]
    public void Progress_is_what_was_due_and_accepted_and_late_counts_less(int doneInMonth, string today, string? progress, string colour)
    {
        var project = Running((25, 3), (25, 6), (50, 9));
        if (doneInMonth > 0)
            Done(project, 1, new DateOnly(2026, doneInMonth, DateTime.DaysInMonth(2026, doneInMonth)));
        var score = Score(project, today);
        Assert.Equal(progress is null ? null : decimal.Parse(progress, System.Globalization.CultureInfo.InvariantCulture), score.Progress);
        Assert.Equal(Enum.Parse<ProjectColour>(colour), score.Colour(Usual));
    }

    /// <summary>5 and 15 points behind are the bounds, and thirty days of delay.</summary>
    [Theory]
    [InlineData(5, "Green")]
    [InlineData(6, "Yellow")]
    [InlineData(15, "Yellow")]
    [InlineData(16, "Red")]
    public void The_colour_follows_how_far_the_work_lies_behind(int behind, string colour)
    {
        var project = Running((100 - behind, 3), (behind, 3));
        Done(project, 1, new DateOnly(2026, 3, 31));
        Assert.Equal(Enum.Parse<ProjectColour>(colour), Score(project, "2026-03-31").Colour(Usual));
        Assert.Equal(behind > 15 ? ProjectColour.Red : Enum.Parse<ProjectColour>(colour), Score(project, "2026-04-30").Colour(Usual));
        Assert.Equal(ProjectColour.Red, Score(project, "2026-05-01").Colour(Usual));
    }

    /// <summary>Half of the work is due: 600 of 1,200 should be paid.</summary>
    [Theory]
    [InlineData(0, "0")]
    [InlineData(300, "0.5")]
    [InlineData(600, "1")]
    [InlineData(900, "0.5")]
    [InlineData(1200, "0")]
    public void Money_loses_both_ways(int paid, string money)
    {
        var project = Running((50, 3), (50, 9));
        Assert.Null(project.Tell(new ProjectProgress(1, paid, default, []), "", City, Lead, At("2026-04-01")));
        Assert.Equal(decimal.Parse(money, System.Globalization.CultureInfo.InvariantCulture), Score(project, "2026-04-01").Money);
    }

    [Fact]
    public void The_total_is_by_the_parts_that_can_be_told_and_a_false_report_is_nothing()
    {
        var project = Running((50, 3), (50, 9));
        Done(project, 1, new DateOnly(2026, 3, 31));
        Assert.Null(project.Tell(new ProjectProgress(1, 300, default, []), "", City, Lead, At("2026-04-01")));
        var few = Score(project, "2026-04-01", new AnswerCounts(9, 0, 0, 9, 0, 0, 0));
        Assert.Null(few.Satisfaction);
        // 40 × 1 + 10 × 0.5 of 50.
        Assert.Equal((50, 90m), (few.Known(Usual), few.Total(Usual)));
        var asked = Score(project, "2026-04-01", new AnswerCounts(5, 4, 1, 9, 0, 0, 0), 0.5m);
        // (5 + 0.9 × 4) / 10 of 15, and half of 15 for an effect that cannot be told from chance.
        Assert.Equal(0.86m, asked.Satisfaction);
        Assert.Equal(100 * (40 + 5 + 12.9m + 7.5m) / 80, asked.Total(Usual));
        Assert.Null(project.Recheck(1, false, "现场没有看到已更换的设备。", City, Supervisor, At("2026-04-02")));
        var flagged = Score(project, "2026-04-02");
        Assert.Equal((0m, ProjectColour.Red, 0), (flagged.Total(Usual), flagged.Colour(Usual), flagged.Done));
    }

    /// <summary>Anybody can draw again: SHA-256 of the month and the id, the smallest first, rounded up.</summary>
    [Fact]
    public void The_draw_can_be_made_again_by_anybody()
    {
        var ids = Enumerable.Range(0, 41).Select(i => new Guid(i, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)).ToList();
        var again = ids.OrderBy(i => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"2026-12/{i}"))), StringComparer.Ordinal)
            .Take(3);
        Assert.Equal(again.ToHashSet(), SpotDraw.Of(new DateOnly(2026, 12, 9), ids, 5));
        Assert.Single(SpotDraw.Of(new DateOnly(2026, 12, 9), ids[..1], 5));
        Assert.Empty(SpotDraw.Of(new DateOnly(2026, 12, 9), [], 5));
    }

    private Project Running(params (int Weight, int Month)[] milestones)
    {
        var decision = new ProjectDecision
        {
            Programme = Usual.Code,
            Year = 2026,
            Title = "更换老旧路灯",
            Goal = "更换超过二十年的路灯。",
            Owner = "分管副市长（示例）",
            Level = AreaLevel.City,
            Lead = "WATER",
            Area = City.City.Code,
            By = "常务会议（示例）",
        };
        Assert.True(Project.Decide(decision, 1, null, City, Leader, At("2026-01-10")).Ok(out var project, out _));
        var plan = new ProjectPlan
        {
            Goal = decision.Goal,
            Measure = "盏",
            Target = 200,
            Baseline = 0,
            Budget = 1200,
            Source = "市级财政",
        };
        var planned = milestones.Select(
            (m, i) =>
                new ProjectMilestonePlan(
                    $"第 {i + 1} 批",
                    "WATER",
                    new DateOnly(2026, m.Month, DateTime.DaysInMonth(2026, m.Month)),
                    m.Weight
                )
        );
        Assert.Null(project.Write(plan, [.. planned], City, Lead, At("2026-01-11")));
        Assert.Null(project.Approve(City, Supervisor, At("2026-01-12")));
        return project;
    }

    private void Done(Project project, int number, DateOnly on)
    {
        var at = At(on.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Null(project.Report(number, "已经全部换完，照片附后。", ["photo"], City, Lead, at));
        Assert.Null(project.Settle(number, true, "", City, Supervisor, at.AddDays(20)));
    }

    private ProjectScore Score(Project project, string today, AnswerCounts answers = default, decimal? effect = null) =>
        ProjectScore.Of(project, answers, effect, UsualCity(), DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The sample city asks for two answers only.</summary>
    private CitySnapshot UsualCity() =>
        new()
        {
            City = City.City with { Programmes = null },
            Version = City.Version,
            Areas = City.Areas,
            Units = City.Units,
            Categories = City.Categories,
            Duties = City.Duties,
            Calendar = City.Calendar,
            DeadlineProfiles = City.DeadlineProfiles,
            Rosters = City.Rosters,
        };

    private static DateTimeOffset At(string day) =>
        new(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), new TimeOnly(10, 0), TimeSpan.FromHours(8));

    private static Actor By(Role role) =>
        Actor.Visitor with
        {
            Id = Guid.CreateVersion7(),
            Roles = new HashSet<Role> { role },
        };
}
