using Suiying.Contracts.Registry;

namespace Suiying.Programmes.Model;

/// <content>验收、评估、销号、结转: the end of a project.</content>
public sealed partial class Project
{
    /// <summary>验收: only after every milestone was accepted.</summary>
    /// <param name="quality">0 to 100.</param>
    /// <param name="text">What was found.</param>
    /// <param name="city">The city.</param>
    /// <param name="by">Who inspects.</param>
    /// <param name="at">When.</param>
    public Refusal? Inspect(int? quality, string text, CitySnapshot city, Actor by, DateTimeOffset at)
    {
        if (!May(ProjectAction.Inspect, by, city).Ok(out var row, out var refusal))
            return refusal;
        if (milestones.Count(m => !m.Done) is > 0 and var open)
            return new NodesOpen(open);
        var problems = new[]
        {
            quality is >= 0 and <= 100 ? null : new FieldProblem("quality", "请打分，0 至 100。"),
            TextProblem("text", text),
        };
        if (problems.OfType<FieldProblem>().ToList() is { Count: > 0 } bad)
            return Refusal.Invalid(bad);
        (Quality, Inspected) = (quality, text.Trim());
        Take(row, $"{quality}：{text.Trim()}", city, by, at);
        return null;
    }

    /// <summary>评估: the score of this day is signed.</summary>
    public Refusal? Evaluate(ProjectScore score, string text, CitySnapshot city, Actor by, DateTimeOffset at)
    {
        if (!May(ProjectAction.Evaluate, by, city).Ok(out var row, out var refusal))
            return refusal;
        if (TextProblem("text", text) is { } problem)
            return Refusal.Invalid(problem);
        Score = score;
        Take(row, text.Trim(), city, by, at);
        return null;
    }

    /// <summary>销号</summary>
    public Refusal? Close(CitySnapshot city, Actor by, DateTimeOffset at)
    {
        if (!May(ProjectAction.Close, by, city).Ok(out var row, out var refusal))
            return refusal;
        if (Plan is { } plan && (Progress?.Done ?? 0) < plan.Target)
            return new TargetMissed();
        Take(row, "", city, by, at);
        return null;
    }

    /// <summary>结转: ended here, and gone on with in the next year under the same leader and units.</summary>
    /// <param name="number">项目编号 in the next year.</param>
    /// <param name="text">Why it was not done.</param>
    /// <param name="city">The city.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="at">When.</param>
    public Outcome<Project> CarryOver(int number, string text, CitySnapshot city, Actor by, DateTimeOffset at)
    {
        if (!May(ProjectAction.CarryOver, by, city).Ok(out var row, out var refusal))
            return refusal;
        if (TextProblem("text", text) is { } problem)
            return Refusal.Invalid(problem);
        Take(row, text.Trim(), city, by, at);
        var next = new Project
        {
            Id = Guid.CreateVersion7(at),
            Programme = Programme,
            Year = Year + 1,
            Number = number,
            Title = Title,
            Goal = Goal,
            Owner = Owner,
            Level = Level,
            Lead = Lead,
            Supporting = Supporting,
            Category = Category,
            Area = Area,
            DecidedBy = DecidedBy,
            Proposal = Proposal,
            Theme = Theme,
            GoesOn = Id,
            CreatedAt = at,
            Synthetic = Synthetic,
        };
        next.Append(ProjectAction.Decide, text.Trim(), city, by, at);
        return next;
    }
}
