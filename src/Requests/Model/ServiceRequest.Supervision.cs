using Suiying.Contracts.Registry;
using Suiying.Engines.Clock;

namespace Suiying.Requests.Model;

public sealed partial class ServiceRequest
{
    /// <summary>Every 督办 and 批示 of this request, those that ended included.</summary>
    public List<Supervision> Supervisions { get; } = [];

    /// <summary>The rung on which it is supervised now; null where on none.</summary>
    public SupervisionLevel? SupervisedAs { get; private set; }

    /// <summary>The highest rung that its unit has seen; the ladder is climbed one rung at a time.</summary>
    public SupervisionLevel? SupervisedUpTo { get; private set; }

    /// <summary>True while an instruction of a leader is open.</summary>
    public bool Instructed { get; private set; }

    /// <summary>The next answer that the unit owes on a supervision or an instruction; null where it owes none.</summary>
    public DateTimeOffset? SupervisionDueAt { get; private set; }

    /// <summary>发出督办 on the lowest rung that its unit has not seen, or below; what is major may begin on any.</summary>
    public Refusal? Supervise(SupervisionLevel level, SupervisionReason reason, DateTimeOffset? due, CitySnapshot city, Step step)
    {
        if (CheckText("demand", "督办要求", step.Note?.Text, 1000, shortest: 10) is { } textProblem)
            return textProblem;
        if (Barred(step) is { } barred)
            return barred;
        if (SupervisedAs is { } now)
            return new SupervisedAlready(now);
        if (level == SupervisionLevel.Instruction)
            return Refusal.Invalid(new FieldProblem("level", "领导批示请用“批示”登记。"));
        var next = SupervisedUpTo is { } upTo ? Next(upTo) : SupervisionLevel.Notice;
        if (level > next && reason != SupervisionReason.S07Major)
            return Refusal.Invalid(
                new FieldProblem("level", $"督办逐级进行，现在最高可以{(Phrase)RequestTexts.Of(next)}；重大疑难的可以直接升级。")
            );
        return Issue(level, reason, step.By.Name, due, city, step);
    }

    /// <summary>升级督办, one rung: the unit did not answer in time, or what it answered was not done.</summary>
    public Refusal? EscalateSupervision(DateTimeOffset? due, CitySnapshot city, Step step)
    {
        if (CheckText("demand", "督办要求", step.Note?.Text, 1000, shortest: 10) is { } textProblem)
            return textProblem;
        if (Barred(step) is { } barred)
            return barred;
        if (Supervisions.Find(s => s.Open && s.Level != SupervisionLevel.Instruction) is not { } now)
            return new WrongSupervisionState(step.Action);
        if (now.Level == SupervisionLevel.Listing)
            return new TopOfLadder();
        if (now.State == SupervisionState.Issued && !now.LateAt(step.At))
            return new SupervisionNotDue(city.Local(now.DueAt));
        if (Limit(due, city, step.At, out _) is { } problem)
            return problem;
        now.Move(step);
        return Issue(Next(now.Level), now.Reason, step.By.Name, due, city, step);
    }

    /// <summary>领导批示: a leader's own, or one that a supervisor records in the leader's name.</summary>
    public Refusal? Instruct(string? leader, DateTimeOffset? due, CitySnapshot city, Step step)
    {
        if (CheckText("instruction", "批示内容", step.Note?.Text, 1000, shortest: 2) is { } textProblem)
            return textProblem;
        if (Barred(step) is { } barred)
            return barred;
        if (Instructed)
            return new InstructedAlready();
        var own = step.By.Is(Role.Leader);
        if (!own && CheckText("leader", "批示领导", leader, Supervision.LongestName, shortest: 2) is { } nameProblem)
            return nameProblem;
        return Issue(SupervisionLevel.Instruction, null, own ? step.By.Name : leader!.Trim(), due, city, step);
    }

    /// <summary>回复督办、回复批示: what was done and by when the rest is.</summary>
    public Refusal? AnswerSupervision(Guid? which, Step step) =>
        CheckText("answer", "回复", step.Note?.Text, 2000, shortest: 10) ?? SupervisionMove(which, null, step);

    /// <summary>退回重报: not done as told; the unit answers once more by a new time.</summary>
    public Refusal? SendBackSupervision(Guid? which, DateTimeOffset? due, CitySnapshot city, Step step)
    {
        if (CheckText("reason", "退回的理由", step.Note?.Text, 1000, shortest: 5) is { } textProblem)
            return textProblem;
        return Barred(step) ?? Limit(due, city, step.At, out var limit) ?? SupervisionMove(which, limit, step);
    }

    /// <summary>解除督办、批示阅结</summary>
    public Refusal? ReleaseSupervision(Guid? which, Step step) =>
        CheckText("reason", "解除的理由", step.Note?.Text, 1000, shortest: 2) ?? SupervisionMove(which, null, step);

    /// <summary>The open ones in which this step is next, that the actor may take.</summary>
    internal IReadOnlyList<Supervision> SupervisionNext(RequestAction action, Actor by) =>
        [
            .. Supervisions.Where(s =>
                s.Open
                && SupervisionLifecycle.Find(s.State, action) is { } row
                && row.By.Any(by.Is)
                // A leader decides on instructions alone; the ladder is the supervisor's.
                && (
                    s.Level == SupervisionLevel.Instruction
                        ? action != RequestAction.EscalateSupervision
                        : !by.Is(Role.Leader) || by.Is(Role.Supervisor)
                )
            ),
        ];

    private Refusal? Issue(SupervisionLevel level, SupervisionReason? reason, string by, DateTimeOffset? due, CitySnapshot city, Step step)
    {
        if (Limit(due, city, step.At, out var limit) is { } problem)
            return problem;
        var facts = new Dictionary<string, string>
        {
            ["level"] = level.ToString(),
            ["unit"] = Unit ?? "",
            ["due"] = $"{limit.ToUnixTimeMilliseconds()}",
        };
        if (Move(step with { Reason = reason?.ToString(), Facts = facts }) is { } refusal)
            return refusal;
        Supervisions.Add(Supervision.Issue(this, level, reason, by, limit, step.At));
        if (level != SupervisionLevel.Instruction)
            SupervisedUpTo = SupervisedUpTo is { } before && before > level ? before : level;
        CountSupervisions();
        return null;
    }

    private Refusal? SupervisionMove(Guid? which, DateTimeOffset? due, Step step)
    {
        if (Barred(step) is { } barred)
            return barred;
        var fit = SupervisionNext(step.Action, step.By);
        var meant = which is null ? (fit.Count == 1 ? fit[0] : null) : fit.FirstOrDefault(s => s.Id == which);
        if (meant is null)
            return new WrongSupervisionState(step.Action);
        var facts = new Dictionary<string, string> { ["level"] = meant.Level.ToString(), ["unit"] = meant.Unit };
        if (due is { } limit)
            facts["due"] = $"{limit.ToUnixTimeMilliseconds()}";
        if (Move(step with { Facts = facts }) is { } refusal)
            return refusal;
        meant.Move(step, due);
        CountSupervisions();
        return null;
    }

    /// <summary>The time that was set, or the city's; after now.</summary>
    private Refusal? Limit(DateTimeOffset? due, CitySnapshot city, DateTimeOffset at, out DateTimeOffset limit)
    {
        limit = due ?? city.DeadlineOf(DeadlineKind.Supervise, Category, Grade, at).DueAt;
        return limit <= at ? Refusal.Invalid(new FieldProblem("due", "回复期限要晚于现在。")) : null;
    }

    /// <summary>The request ended, or goes to another unit.</summary>
    private void DropSupervisions(DateTimeOffset at)
    {
        foreach (var each in Supervisions.Where(s => s.Open))
            each.Lapse(at);
        (SupervisedAs, Instructed, SupervisionDueAt) = (null, false, null);
    }

    private void CountSupervisions()
    {
        var open = Supervisions.Where(s => s.Open).ToList();
        SupervisedAs = open.Find(s => s.Level != SupervisionLevel.Instruction)?.Level;
        Instructed = open.Exists(s => s.Level == SupervisionLevel.Instruction);
        SupervisionDueAt = open.Where(s => s.State == SupervisionState.Issued).Min(s => (DateTimeOffset?)s.DueAt);
    }

    private static SupervisionLevel Next(SupervisionLevel level) =>
        level >= SupervisionLevel.Listing ? SupervisionLevel.Listing : level + 1;
}
