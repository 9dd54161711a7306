using System.Text;
using Suiying.Knowledge.Model;

namespace Suiying.Tests.Knowledge;

/// <summary>The tables are the model: every state, action and role gives what they say, and the README draws them.</summary>
public sealed class LifecycleTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);
    private static readonly CityMoment Moment = new(At, new DateOnly(2026, 3, 2));

    public static TheoryData<KnowledgeState> States => [.. Enum.GetValues<KnowledgeState>().Where(s => s is not KnowledgeState.Replaced)];

    [Theory, MemberData(nameof(States))]
    public void In_every_state_every_role_may_do_what_the_table_says_and_nothing_else(KnowledgeState state)
    {
        foreach (var action in Enum.GetValues<KnowledgeAction>().Where(a => a is not (KnowledgeAction.Write or KnowledgeAction.Replace)))
        {
            foreach (var role in Enum.GetValues<Role>())
            {
                var (item, by) = (In(state), Who(role));
                var outcome = Do(item, action, by);
                var row = KnowledgeLifecycle.Find(state, action);
                var allowed = row is not null && row.By.Contains(role);
                Assert.True(allowed == outcome.Refusal is null, $"{state} {action} {role}: {outcome.Refusal?.Code ?? "done"}");
                Assert.Equal(allowed ? row!.To : state, Concerned(item, action).State);
                if (!KnowledgeLifecycle.Rows.Any(r => r.Action == action && r.By.Contains(role)))
                    Assert.IsType<NotAllowed>(outcome.Refusal);
            }
        }
    }

    [Fact]
    public void Every_row_says_why() => Assert.All(KnowledgeLifecycle.Rows, r => Assert.True(r.Because.Length > 5 && r.By.Length > 0));

    [Fact]
    public void No_step_leads_out_of_an_end_but_a_new_version() =>
        Assert.All(
            KnowledgeLifecycle.Rows.Where(r => KnowledgeLifecycle.IsFinal(r.From)),
            r => Assert.Contains(r.Action, KnowledgeLifecycle.Beginnings)
        );

    [Fact]
    public void What_is_published_stays_while_the_next_version_is_written_and_is_then_kept()
    {
        var item = In(KnowledgeState.Published);
        _ = item.Write(Content("甲改乙的答案，写得清楚一些。"), false, Who(Role.UnitHandler), At, "改了答案").Value;
        Assert.Equal((1, 2, KnowledgeState.Draft), (item.Published, item.Newest, item.State));
        Assert.Equal("原来的答案，写得清清楚楚。", item.PublishedVersion!.Content.Answer);
        foreach (var (action, role) in Way)
            _ = item.Take(action, Who(role), Moment, "").Value;
        Assert.Equal((2, KnowledgeState.Published), (item.Published, item.State));
        Assert.Equal(KnowledgeState.Replaced, item.Versions.Single(v => v.Number == 1).State);
        var difference = Assert.Single(ContentDifference.Between(item.Versions[0].Content, item.Versions[1].Content));
        Assert.Equal("答案", difference.Field);
        Assert.Equal(item.Versions[1].Content.Answer, difference.Same + difference.New + difference.Rest);
        Assert.Equal(item.Versions[0].Content.Answer, difference.Same + difference.Old + difference.Rest);
    }

    [Fact]
    public void Who_had_a_version_in_hand_does_not_publish_it()
    {
        var both = Who(Role.UnitHandler) with
        {
            Roles = new HashSet<Role> { Role.UnitHandler, Role.Reviewer },
        };
        var item = KnowledgeItem.Begin(new Origin("U"), Content("原来的答案，写得清清楚楚。"), both, At);
        _ = item.Take(KnowledgeAction.Submit, Who(Role.UnitHandler), Moment, "").Value;
        _ = item.Take(KnowledgeAction.Confirm, Who(Role.UnitHandler), Moment, "").Value;
        Assert.IsType<OwnWork>(item.Take(KnowledgeAction.Publish, both, Moment, "").Refusal);
        Assert.Null(item.Take(KnowledgeAction.Publish, Who(Role.Reviewer), Moment, "").Refusal);
    }

    [Fact]
    public void What_has_ended_is_neither_published_nor_reviewed()
    {
        var item = In(KnowledgeState.Published);
        var late = Moment with { Day = new DateOnly(2030, 1, 2) };
        Assert.IsType<EndPassed>(item.Take(KnowledgeAction.Review, Who(Role.UnitHandler), late, "").Refusal);
    }

    public static TheoryData<string?, string?, string?, Standing> Days =>
        new()
        {
            { null, null, "2026-09-01", Standing.Current },
            { null, "2026-03-02", "2026-09-01", Standing.Expiring },
            { null, "2026-03-01", "2026-09-01", Standing.Expired },
            { null, "2026-04-01", "2026-09-01", Standing.Expiring },
            { null, "2026-04-02", "2026-09-01", Standing.Current },
            { null, null, "2026-03-09", Standing.Expiring },
            { null, null, "2026-03-10", Standing.Current },
            { null, null, "2026-03-01", Standing.ReviewOverdue },
            { "2026-03-03", null, "2026-09-01", Standing.NotYet },
            { "2026-03-02", null, "2026-09-01", Standing.Current },
        };

    [Theory, MemberData(nameof(Days))]
    public void The_standing_of_a_day(string? from, string? to, string? review, Standing expected) =>
        Assert.Equal(expected, new Validity(Day(from), Day(to), Day(review)).On(Moment.Day));

    [Fact]
    public void Reports_follow_their_table()
    {
        foreach (var state in Enum.GetValues<ReportState>())
        {
            foreach (var action in Enum.GetValues<ReportAction>())
            {
                foreach (var role in Enum.GetValues<Role>())
                {
                    var report = Reported(state);
                    var row = ReportLifecycle.Find(state, action);
                    var outcome = report.Take(action, Who(role), At, "");
                    Assert.Equal(row is not null && row.By.Contains(role), outcome.Refusal is null);
                    Assert.Equal(outcome.Refusal is null ? row!.To : state, report.State);
                }
            }
        }
    }

    [Fact]
    public void The_diagrams_in_the_readme_are_the_tables()
    {
        using var file = typeof(LifecycleTests).Assembly.GetManifestResourceStream("knowledge/README.md")!;
        using var reader = new StreamReader(file);
        var parts = reader.ReadToEnd().ReplaceLineEndings("\n").Split("```mermaid\n");
        string[] drawn = [Items(), Reports()];
        for (var i = 0; i < drawn.Length; i++)
            Assert.True(
                parts.Length > i + 1 && parts[i + 1].Split("```")[0] == drawn[i],
                $"src/Knowledge/README.md must hold this diagram:\n{drawn[i]}"
            );
    }

    private static readonly (KnowledgeAction, Role)[] Way =
    [
        (KnowledgeAction.Submit, Role.UnitHandler),
        (KnowledgeAction.Confirm, Role.UnitHandler),
        (KnowledgeAction.Publish, Role.Reviewer),
    ];

    private static Outcome<Done> Do(KnowledgeItem item, KnowledgeAction action, Actor by)
    {
        // A new wording goes by the state: what is no draft is revised.
        if (action is KnowledgeAction.Edit or KnowledgeAction.Revise)
            return (item.State is KnowledgeState.Draft) == (action is KnowledgeAction.Edit)
                ? item.Write(Content("另一个答案，写得清清楚楚。"), false, by, At, "")
                : item.Take(action, by, Moment, "");
        return action is KnowledgeAction.Import
            ? item.Write(Content("另一个答案，写得清清楚楚。"), true, by, At, "")
            : item.Take(action, by, Moment, "");
    }

    private static KnowledgeVersion Concerned(KnowledgeItem item, KnowledgeAction action) =>
        KnowledgeLifecycle.Beginnings.Contains(action) ? item.NewestVersion : item.Versions[0];

    private static KnowledgeItem In(KnowledgeState state)
    {
        var item = KnowledgeItem.Begin(new Origin("U"), Content("原来的答案，写得清清楚楚。"), Who(Role.UnitHandler), At);
        var steps = state switch
        {
            KnowledgeState.Draft => 0,
            KnowledgeState.UnitReview => 1,
            KnowledgeState.HotlineReview => 2,
            KnowledgeState.Published or KnowledgeState.Withdrawn => 3,
            _ => 0,
        };
        foreach (var (action, role) in Way.Take(steps))
            _ = item.Take(action, Who(role), Moment, "").Value;
        if (state is KnowledgeState.Withdrawn)
            _ = item.Take(KnowledgeAction.Withdraw, Who(Role.Reviewer), Moment, "过时").Value;
        if (state is KnowledgeState.Discarded)
            _ = item.Take(KnowledgeAction.Discard, Who(Role.UnitHandler), Moment, "不要").Value;
        return item;
    }

    private static ErrorReport Reported(ReportState state)
    {
        var report = ErrorReport.Of(In(KnowledgeState.Published), "写错了一处", Who(Role.Agent), At, At.AddDays(1));
        if (state is ReportState.Accepted or ReportState.Corrected)
            _ = report.Take(ReportAction.Accept, Who(Role.UnitHandler), At, "").Value;
        if (state is ReportState.Corrected)
            _ = report.Take(ReportAction.Correct, Who(Role.System), At, "").Value;
        if (state is ReportState.Kept)
            _ = report.Take(ReportAction.Keep, Who(Role.UnitHandler), At, "没有错").Value;
        return report;
    }

    private static KnowledgeContent Content(string answer) =>
        new()
        {
            Title = "示例的问题",
            Answer = answer,
            To = new DateOnly(2030, 1, 1),
        };

    private static Actor Who(Role role) =>
        new()
        {
            Id = Guid.CreateVersion7(At),
            Name = $"{role}（演示）",
            Roles = new HashSet<Role> { role },
            UnitCode = "U",
        };

    private static DateOnly? Day(string? day) =>
        day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    private static string Items()
    {
        var text = new StringBuilder("stateDiagram-v2\n");
        foreach (var state in Enum.GetValues<KnowledgeState>())
            text.Append(null, $"    {state} : {KnowledgeWords.Of(state)}\n");
        text.Append(
            null,
            $"    [*] --> {KnowledgeState.Draft} : {KnowledgeWords.Of(KnowledgeAction.Write)}、{KnowledgeWords.Of(KnowledgeAction.Import)}\n"
        );
        foreach (var arrow in KnowledgeLifecycle.Rows.GroupBy(r => (r.From, r.To)).OrderBy(g => g.Key))
            text.Append(
                null,
                $"    {arrow.Key.From} --> {arrow.Key.To} : {string.Join('、', arrow.Select(r => KnowledgeWords.Of(r.Action)))}\n"
            );
        foreach (var state in Enum.GetValues<KnowledgeState>().Where(KnowledgeLifecycle.IsFinal))
            text.Append(null, $"    {state} --> [*]\n");
        return text.ToString();
    }

    private static string Reports()
    {
        var text = new StringBuilder("stateDiagram-v2\n");
        foreach (var state in Enum.GetValues<ReportState>())
            text.Append(null, $"    {state} : {KnowledgeWords.Of(state)}\n");
        text.Append(null, $"    [*] --> {ReportState.Open} : 报错\n");
        foreach (var row in ReportLifecycle.Rows.OrderBy(r => r.From).ThenBy(r => r.To))
            text.Append(null, $"    {row.From} --> {row.To} : {KnowledgeWords.Of(row.Action)}\n");
        foreach (var state in Enum.GetValues<ReportState>().Where(ReportLifecycle.IsFinal))
            text.Append(null, $"    {state} --> [*]\n");
        return text.ToString();
    }
}
