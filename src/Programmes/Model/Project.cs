using Suiying.Contracts.Registry;

namespace Suiying.Programmes.Model;

/// <summary>实事项目: something that a programme promises for a year, with one accountable leader, a countable target and milestones.</summary>
public sealed partial class Project
{
    public const int LongestTitle = 60,
        LeastText = 10,
        LongestText = 2000,
        MostSupporting = 20;

    private readonly List<ProjectStep> steps = [];
    private readonly List<ProjectMilestone> milestones = [];

    private Project() { }

    public Guid Id { get; private set; }

    /// <summary>Code of the programme.</summary>
    public string Programme { get; private set; } = "";

    public int Year { get; private set; }

    /// <summary>项目编号 within programme and year, from 1.</summary>
    public int Number { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>目标, as it was decided.</summary>
    public string Goal { get; private set; } = "";

    public ProjectState State { get; private set; }

    /// <summary>责任领导</summary>
    public string Owner { get; private set; } = "";

    public AreaLevel Level { get; private set; }

    /// <summary>Code of the unit that leads.</summary>
    public string Lead { get; private set; } = "";

    /// <summary>Codes of the supporting units, with blanks between.</summary>
    public string Supporting { get; private set; } = "";

    /// <summary>Code of the category whose requests it is to reduce, or null.</summary>
    public string? Category { get; private set; }

    /// <summary>Code of the area in which it is done.</summary>
    public string Area { get; private set; } = "";

    /// <summary>By what it was decided.</summary>
    public string DecidedBy { get; private set; } = "";

    /// <summary>The proposal from which it came; null where it stands in the programme.</summary>
    public Guid? Proposal { get; private set; }

    /// <summary>The theme from which that came, or null.</summary>
    public Guid? Theme { get; private set; }

    /// <summary>The project of an earlier year that it goes on with, or null.</summary>
    public Guid? GoesOn { get; private set; }

    public ProjectPlan? Plan { get; private set; }

    /// <summary>The day on which the plan was approved: requests are compared from the week after.</summary>
    public DateOnly? StartedOn { get; private set; }

    public ProjectProgress? Progress { get; private set; }

    /// <summary>验收得分, 0 to 100; null before.</summary>
    public int? Quality { get; private set; }

    /// <summary>验收意见</summary>
    public string? Inspected { get; private set; }

    /// <summary>验收 is over.</summary>
    public bool IsInspected => State is ProjectState.Inspected or ProjectState.Evaluated or ProjectState.Closed;

    /// <summary>虚报: a spot check found that something reported was not so. It counts nothing from then on.</summary>
    public bool Flagged { get; private set; }

    /// <summary>As it was signed; null before.</summary>
    public ProjectScore? Score { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public bool Synthetic { get; private set; }

    /// <summary>Counts the steps; a second change of the same one is refused.</summary>
    public int Revision { get; private set; }

    /// <summary>Those of this change; the whole history is read apart.</summary>
    public IReadOnlyList<ProjectStep> Steps => steps;

    public IReadOnlyList<ProjectMilestone> Milestones => milestones;

    public IReadOnlyList<string> Supporters => Supporting.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The lead first.</summary>
    public IEnumerable<string> Units => Supporters.Prepend(Lead);

    /// <summary>Work goes on: people are asked whether it was done once something was accepted.</summary>
    public bool Asks =>
        State is ProjectState.Inspected or ProjectState.Evaluated || (State is ProjectState.Running && milestones.Exists(m => m.Done));

    /// <summary>确定: from an adopted proposal, or from what stands in the programme.</summary>
    public static Outcome<Project> Decide(
        ProjectDecision decision,
        int number,
        Proposal? proposal,
        CitySnapshot city,
        Actor by,
        DateTimeOffset at
    )
    {
        if (!ProgrammeAccess.Decides(by, city))
            return new NotAllowed();
        if (decision.Problems(city).ToList() is { Count: > 0 } problems)
            return Refusal.Invalid(problems);
        var project = new Project
        {
            Id = Guid.CreateVersion7(at),
            Programme = decision.Programme,
            Year = decision.Year,
            Number = number,
            Title = decision.Title.Trim(),
            Goal = decision.Goal.Trim(),
            Owner = decision.Owner.Trim(),
            Level = decision.Level,
            Lead = decision.Lead,
            Supporting = string.Join(' ', decision.Supporting.Distinct()),
            Category = decision.Category.Length > 0 ? city.Categories.Acting(decision.Category) : null,
            Area = decision.Area,
            DecidedBy = decision.By.Trim(),
            Proposal = proposal?.Id,
            Theme = proposal?.Theme,
            CreatedAt = at,
            Synthetic = city.City.Synthetic,
        };
        project.Append(ProjectAction.Decide, project.DecidedBy, city, by, at);
        return project;
    }

    /// <summary>True where the lifecycle lets this person take a step now; a unit only where the project is its own.</summary>
    public bool Lets(ProjectAction action, Actor by, CitySnapshot city) =>
        ProjectLifecycle.Find(State, action) is { } row && MayTake(row, by, city);

    /// <summary>A unit of the project is this person's.</summary>
    public bool IsOwn(Actor by, CitySnapshot city) => Units.Any(unit => ProgrammeAccess.Answers(by, unit, city));

    private bool MayTake(ProjectRow row, Actor by, CitySnapshot city) =>
        row.By switch
        {
            Role.Leader => ProgrammeAccess.Decides(by, city),
            Role.UnitHandler when row.Action is ProjectAction.Report => IsOwn(by, city),
            Role.UnitHandler => ProgrammeAccess.Answers(by, Lead, city),
            _ => by.Is(row.By),
        };

    /// <summary>Whether a step may be taken; the refusal says why not.</summary>
    private Outcome<ProjectRow> May(ProjectAction action, Actor by, CitySnapshot city)
    {
        if (ProjectLifecycle.Find(State, action) is { } row && MayTake(row, by, city))
            return row;
        return ProjectLifecycle.Rows.Any(r => r.Action == action && MayTake(r, by, city)) ? new ProjectElsewhere(State) : new NotAllowed();
    }

    private void Take(ProjectRow row, string text, CitySnapshot city, Actor by, DateTimeOffset at)
    {
        State = row.To;
        Append(row.Action, text, city, by, at);
    }

    private void Append(ProjectAction action, string text, CitySnapshot city, Actor by, DateTimeOffset at)
    {
        Revision++;
        UpdatedAt = at;
        steps.Add(
            new ProjectStep
            {
                ProjectId = Id,
                Seq = Revision,
                Action = action,
                To = State,
                ActorId = by.Id,
                ActorName = by.Name,
                ActorUnit = by.UnitCode,
                At = at,
                Text = text,
                RegistryVersion = city.Version,
            }
        );
    }

    internal static FieldProblem? TextProblem(string field, string text, int least = LeastText) =>
        text.Trim().Length < least || text.Trim().Length > LongestText
            ? new FieldProblem(field, $"请写 {least} 至 {LongestText} 个字，现在是 {text.Trim().Length} 个字。")
            : null;
}
