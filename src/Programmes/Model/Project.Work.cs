using Suiying.Contracts.Registry;

namespace Suiying.Programmes.Model;

/// <content>计划、节点、进度、抽查: the work of a project.</content>
public sealed partial class Project
{
    /// <summary>编制计划: written over until it is approved.</summary>
    public Refusal? Write(ProjectPlan plan, IReadOnlyList<ProjectMilestonePlan> planned, CitySnapshot city, Actor by, DateTimeOffset at)
    {
        if (!May(ProjectAction.Plan, by, city).Ok(out var row, out var refusal))
            return refusal;
        if (PlanProblems(plan, planned, city).ToList() is { Count: > 0 } problems)
            return Refusal.Invalid(problems);
        Plan = plan with { Goal = plan.Goal.Trim(), Measure = plan.Measure.Trim() };
        milestones.Clear();
        milestones.AddRange(planned.OrderBy(m => m.DueOn).Select((m, i) => ProjectMilestone.Of(Id, i + 1, m, at)));
        Take(row, "", city, by, at);
        return null;
    }

    /// <summary>批准计划: from this day the work counts.</summary>
    public Refusal? Approve(CitySnapshot city, Actor by, DateTimeOffset at)
    {
        if (!May(ProjectAction.Approve, by, city).Ok(out var row, out var refusal))
            return refusal;
        if (Plan is null)
            return new PlanMissing();
        StartedOn = city.Calendar.DateOf(at);
        Take(row, "", city, by, at);
        return null;
    }

    /// <summary>报送节点: a unit tells its milestone with evidence.</summary>
    public Refusal? Report(int number, string text, IReadOnlyList<string> files, CitySnapshot city, Actor by, DateTimeOffset at)
    {
        if (!Milestone(ProjectAction.Report, number, city, by).Ok(out var found, out var refusal))
            return refusal;
        var (row, milestone) = found;
        if (!ProgrammeAccess.Answers(by, milestone.Unit, city))
            return new NotAllowed("这个节点由另一单位报送。");
        if (milestone.Done)
            return new NodeDone();
        if (TextProblem("text", text) is { } problem)
            return Refusal.Invalid(problem);
        milestone.Tell(text.Trim(), files, by, at);
        Take(row, $"{number}. {text.Trim()}", city, by, at);
        return null;
    }

    /// <summary>核实: accepted, or sent back with what is missing. Without evidence nothing is accepted, so that it counts nothing.</summary>
    public Refusal? Settle(int number, bool accepted, string text, CitySnapshot city, Actor by, DateTimeOffset at)
    {
        if (!Milestone(accepted ? ProjectAction.Accept : ProjectAction.SendBack, number, city, by).Ok(out var found, out var refusal))
            return refusal;
        var (row, milestone) = found;
        if (milestone.State is not ProjectMilestoneState.Reported)
            return new NodeNotReported();
        if (accepted && milestone.FileList.Count == 0)
            return new EvidenceMissing();
        if (TextProblem("text", text, accepted ? 0 : LeastText) is { } problem)
            return Refusal.Invalid(problem);
        milestone.Settle(accepted, text.Trim(), city.Calendar.DateOf(milestone.ReportedAt!.Value));
        Take(row, $"{number}. {text.Trim()}", city, by, at);
        return null;
    }

    /// <summary>报送进度: how much was reached and paid so far. Less than was told before needs the reason.</summary>
    public Refusal? Tell(ProjectProgress told, string text, CitySnapshot city, Actor by, DateTimeOffset at)
    {
        if (!May(ProjectAction.Progress, by, city).Ok(out var row, out var refusal))
            return refusal;
        if (ProgressProblems(told, text).ToList() is { Count: > 0 } problems)
            return Refusal.Invalid(problems);
        Progress = told with { Done = Plan!.Shares.Count > 0 ? told.Shares.Sum(s => s.Target) : told.Done, On = city.Calendar.DateOf(at) };
        Take(row, text.Trim(), city, by, at);
        return null;
    }

    /// <summary>抽查: an accepted milestone is looked at again on site. What was not so puts the project back and marks it.</summary>
    public Refusal? Recheck(int number, bool held, string text, CitySnapshot city, Actor by, DateTimeOffset at)
    {
        if (!Milestone(ProjectAction.SpotCheck, number, city, by).Ok(out var found, out var refusal))
            return refusal;
        var (row, milestone) = found;
        if (!milestone.Done)
            return new NodeNotAccepted();
        if (TextProblem("text", text) is { } problem)
            return Refusal.Invalid(problem);
        milestone.Recheck(held, text.Trim(), city.Calendar.DateOf(at));
        Flagged |= !held;
        // What is no longer done was not inspected.
        if (!held)
            (Quality, Inspected) = (null, null);
        // One that held changes nothing of where the project stands.
        Take(held ? row with { To = State } : row, $"{number}. {text.Trim()}", city, by, at);
        return null;
    }

    private Outcome<(ProjectRow, ProjectMilestone)> Milestone(ProjectAction action, int number, CitySnapshot city, Actor by)
    {
        if (!May(action, by, city).Ok(out var row, out var refusal))
            return refusal;
        return milestones.Find(m => m.Number == number) is { } milestone ? (row, milestone) : new NotFound();
    }

    private IEnumerable<FieldProblem> ProgressProblems(ProjectProgress told, string text)
    {
        if (told.Paid < 0 || told.Paid > 10_000_000)
            yield return new FieldProblem("paid", "支付资金以万元计，0 至 10000000。");
        if (told.Done < 0 || told.Done > 1_000_000_000)
            yield return new FieldProblem("done", "完成数量是 0 以上的数。");
        if (told.Shares.Any(s => s.Target < 0))
            yield return new FieldProblem("shares", "各县（市、区）的完成数量是 0 以上的数。");
        var done = Plan!.Shares.Count > 0 ? told.Shares.Sum(s => s.Target) : told.Done;
        if (text.Trim().Length < LeastText && (done < (Progress?.Done ?? 0) || told.Paid < (Progress?.Paid ?? 0)))
            yield return new FieldProblem("text", $"比上次报送的少，请写明原因，至少 {LeastText} 个字。");
        if (text.Trim().Length > LongestText)
            yield return new FieldProblem("text", $"至多 {LongestText} 个字，现在是 {text.Trim().Length} 个字。");
    }

    private IEnumerable<FieldProblem> PlanProblems(ProjectPlan plan, IReadOnlyList<ProjectMilestonePlan> planned, CitySnapshot city)
    {
        if (TextProblem("goal", plan.Goal) is { } problem)
            yield return problem;
        if (plan.Measure.Trim().Length is < 1 or > 10)
            yield return new FieldProblem("measure", "请写计量单位，如“所”“公里”，1 至 10 个字。");
        if (plan.Target is <= 0 or > 1_000_000_000)
            yield return new FieldProblem("target", "目标数量要大于 0：不能数的目标说不清办没办成。");
        if (plan.Baseline is < 0 or > 1_000_000_000)
            yield return new FieldProblem("baseline", "基数是 0 以上的数。");
        if (plan.Budget is < 0 or > 10_000_000)
            yield return new FieldProblem("budget", "预算以万元计，0 至 10000000。");
        if (plan.Budget > 0 && plan.Source.Trim().Length is < 2 or > 200)
            yield return new FieldProblem("source", "请写资金来源，2 至 200 个字。");
        if (plan.Beneficiaries is < 0 or > 2_000_000_000)
            yield return new FieldProblem("beneficiaries", "受益人数是 0 以上的整数。");
        if (plan.Risk.Length > LongestText)
            yield return new FieldProblem("risk", $"至多 {LongestText} 个字。");
        foreach (var share in ShareProblems(plan, city))
            yield return share;
        if (planned.Count is 0 or > ProjectMilestone.Most)
            yield return new FieldProblem("milestones", $"请写 1 至 {ProjectMilestone.Most} 个节点。");
        if (planned.Any(m => m.Text.Length > ProjectMilestone.LongestText))
            yield return new FieldProblem("milestones", $"每个节点至多 {ProjectMilestone.LongestText} 个字。");
        if (planned.Any(m => !Units.Contains(m.Unit)))
            yield return new FieldProblem("milestones", "责任单位从牵头单位和配合单位里选。");
        if (planned.Any(m => m.DueOn.Year != Year))
            yield return new FieldProblem("milestones", $"节点的日期都在 {Year} 年；跨年的事分年列项目。");
        if (planned.Count > 0 && (planned.Any(m => m.Weight is < 1 or > 100) || planned.Sum(m => m.Weight) != 100))
            yield return new FieldProblem("milestones", $"各节点的占比都是 1 以上的整数，合计 100，现在是 {planned.Sum(m => m.Weight)}。");
    }

    private static IEnumerable<FieldProblem> ShareProblems(ProjectPlan plan, CitySnapshot city)
    {
        if (plan.Shares.Any(s => city.Areas.Find(s.County) is not { Level: AreaLevel.County } || s.Target <= 0))
            yield return new FieldProblem("shares", "份额写县（市、区）和大于 0 的数量。");
        if (plan.Shares.Count > ProjectPlan.MostShares || plan.Shares.DistinctBy(s => s.County).Count() != plan.Shares.Count)
            yield return new FieldProblem("shares", $"每个县（市、区）写一行，至多 {ProjectPlan.MostShares} 行。");
        if (plan.Shares.Count > 0 && plan.Shares.Sum(s => s.Target) != plan.Target)
            yield return new FieldProblem("shares", $"份额合计是 {plan.Shares.Sum(s => s.Target)}，应等于目标数量 {plan.Target}。");
        if (plan.Sites.Count > ProjectPlan.MostSites)
            yield return new FieldProblem("sites", $"点位至多 {ProjectPlan.MostSites} 个。");
        if (plan.Sites.Any(s => s.Name.Length is < 2 or > 60))
            yield return new FieldProblem("sites", "点位的名称是 2 至 60 个字。");
        if (plan.Sites.Any(s => city.Areas.Find(s.Area) is null))
            yield return new FieldProblem("sites", "点位要选所在的县（市、区）、乡镇或街道。");
        if (plan.Sites.Any(s => s.Longitude is < -180 or > 180 || s.Latitude is < -85 or > 85))
            yield return new FieldProblem("sites", "经纬度写十进制的度，如 115.4648, 38.8740（WGS-84）。");
    }
}
