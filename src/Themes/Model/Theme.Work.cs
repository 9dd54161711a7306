using Suiying.Contracts.Registry;

namespace Suiying.Themes.Model;

/// <content>启动、方案、节点、中期检查、评估、公布、回头看: the work of a theme.</content>
public sealed partial class Theme
{
    /// <summary>启动: in its month or later.</summary>
    public Refusal? Start(CitySnapshot city, Actor by, DateTimeOffset at)
    {
        if (!May(ThemeAction.Start, by, city).Ok(out var row, out var refusal))
            return refusal;
        if (city.Calendar.DateOf(at) < Month)
            return new MonthNotCome(Month.Value);
        Take(row, "", city, by, at);
        return null;
    }

    /// <summary>编制方案: written over until it is approved.</summary>
    public Refusal? Write(ThemePlan plan, IReadOnlyList<MilestonePlan> planned, CitySnapshot city, Actor by, DateTimeOffset at)
    {
        if (!May(ThemeAction.Plan, by, city).Ok(out var row, out var refusal))
            return refusal;
        if (PlanProblems(plan, planned, city).ToList() is { Count: > 0 } problems)
            return Refusal.Invalid(problems);
        Plan = plan with { Text = plan.Text.Trim() };
        milestones.Clear();
        milestones.AddRange(planned.OrderBy(m => m.DueOn).Select((m, i) => ThemeMilestone.Of(Id, i + 1, m, at)));
        Take(row, "", city, by, at);
        return null;
    }

    /// <summary>批准方案: from this day the work counts.</summary>
    public Refusal? Approve(CitySnapshot city, Actor by, DateTimeOffset at)
    {
        if (!May(ThemeAction.Approve, by, city).Ok(out var row, out var refusal))
            return refusal;
        if (Plan is null)
            return new NotPlanned();
        StartedOn = city.Calendar.DateOf(at);
        Take(row, "", city, by, at);
        return null;
    }

    /// <summary>报送完成: a unit tells its milestone with evidence.</summary>
    public Refusal? Report(int number, string text, IReadOnlyList<string> files, CitySnapshot city, Actor by, DateTimeOffset at)
    {
        if (!Milestone(ThemeAction.Report, number, city, by).Ok(out var found, out var refusal))
            return refusal;
        var (row, milestone) = found;
        if (!ThemeAccess.Answers(by, milestone.Unit, city))
            return new NotAllowed("这个节点由另一单位报送。");
        if (milestone.State is MilestoneState.Accepted)
            return new MilestoneDone();
        if (TextProblem("text", text) is { } problem)
            return Refusal.Invalid(problem);
        milestone.Tell(text.Trim(), files, by, at);
        Take(row, $"{number}. {text.Trim()}", city, by, at);
        return null;
    }

    /// <summary>核实: accepted, or sent back with what is missing. Without evidence nothing is accepted.</summary>
    public Refusal? Settle(int number, bool accepted, string text, CitySnapshot city, Actor by, DateTimeOffset at)
    {
        if (!Milestone(accepted ? ThemeAction.Accept : ThemeAction.SendBack, number, city, by).Ok(out var found, out var refusal))
            return refusal;
        var (row, milestone) = found;
        if (milestone.State is not MilestoneState.Reported)
            return new MilestoneNotReported();
        if (accepted && milestone.FileList.Count == 0)
            return new NoEvidence();
        if (TextProblem("text", text, accepted ? 0 : LeastText) is { } problem)
            return Refusal.Invalid(problem);
        milestone.Settle(accepted, text.Trim(), at);
        Take(row, $"{number}. {text.Trim()}", city, by, at);
        return null;
    }

    /// <summary>中期检查</summary>
    public Refusal? Check(string text, CitySnapshot city, Actor by, DateTimeOffset at)
    {
        if (!May(ThemeAction.Check, by, city).Ok(out var row, out var refusal))
            return refusal;
        if (TextProblem("text", text) is { } problem)
            return Refusal.Invalid(problem);
        CheckText = text.Trim();
        Take(row, CheckText, city, by, at);
        return null;
    }

    /// <summary>评估, or after the publication 回头看.</summary>
    public Refusal? Measure(ThemeEffect effect, CitySnapshot city, Actor by, DateTimeOffset at)
    {
        var action = State is ThemeState.Published ? ThemeAction.LookBack : ThemeAction.Evaluate;
        if (!May(action, by, city).Ok(out var row, out var refusal))
            return refusal;
        if (action is ThemeAction.LookBack && LookBackOn(city) is { } day && city.Calendar.DateOf(at) < day)
            return new LookBackLater(day);
        if (TextProblem("text", effect.Text) is { } problem)
            return Refusal.Invalid(problem);
        if (action is ThemeAction.LookBack)
            LookBack = effect;
        else
            Effect = effect;
        Take(row, effect.Text.Trim(), city, by, at);
        return null;
    }

    /// <summary>公布</summary>
    public Refusal? Publish(CitySnapshot city, Actor by, DateTimeOffset at)
    {
        if (!May(ThemeAction.Publish, by, city).Ok(out var row, out var refusal))
            return refusal;
        PublishedOn = city.Calendar.DateOf(at);
        Take(row, "", city, by, at);
        return null;
    }

    /// <summary>From when on a published theme is looked back at; null before it is published.</summary>
    public DateOnly? LookBackOn(CitySnapshot city) => PublishedOn?.AddMonths(city.Themes.LookBackMonths);

    private Outcome<(ThemeRow, ThemeMilestone)> Milestone(ThemeAction action, int number, CitySnapshot city, Actor by)
    {
        if (!May(action, by, city).Ok(out var row, out var refusal))
            return refusal;
        return milestones.Find(m => m.Number == number) is { } milestone ? (row, milestone) : new NotFound();
    }

    private IEnumerable<FieldProblem> PlanProblems(ThemePlan plan, IReadOnlyList<MilestonePlan> planned, CitySnapshot city)
    {
        if (TextProblem("plan", plan.Text) is { } problem)
            yield return problem;
        var units = Units.ToHashSet();
        for (var list = 0; list < ThemeScheme.ListCount; list++)
        {
            if (!plan.Of(list).Any())
                yield return new FieldProblem($"list{list}", $"{city.Themes.Lists[list]}至少写一项。");
            if (plan.Of(list).Any(i => i.Text.Length > 200))
                yield return new FieldProblem($"list{list}", "每一项至多 200 个字。");
            if (plan.Of(list).Any(i => !units.Contains(i.Unit)))
                yield return new FieldProblem($"list{list}", "责任单位从牵头单位和配合单位里选。");
        }
        if (plan.Items.Count > ThemePlan.MostItems)
            yield return new FieldProblem("list0", $"三张清单合计至多 {ThemePlan.MostItems} 项。");
        if (planned.Count is 0 or > ThemeMilestone.Most)
            yield return new FieldProblem("milestones", $"请写 1 至 {ThemeMilestone.Most} 个节点。");
        if (planned.Any(m => m.Text.Length > ThemeMilestone.LongestText))
            yield return new FieldProblem("milestones", $"每个节点至多 {ThemeMilestone.LongestText} 个字。");
        if (planned.Any(m => !units.Contains(m.Unit)))
            yield return new FieldProblem("milestones", "责任单位从牵头单位和配合单位里选。");
        if (planned.Any(m => m.DueOn < Month || m.DueOn > Month!.Value.AddYears(2)))
            yield return new FieldProblem("milestones", "节点的日期从主题当月起，两年以内。");
    }
}
