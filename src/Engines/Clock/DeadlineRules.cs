namespace Suiying.Engines.Clock;

/// <summary>A deadline as it was found, with the rule that set it. Stored as it is: it does not move when the profile changes.</summary>
public sealed record Deadline
{
    public required DeadlineKind Kind { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>What happens at this instant is still in time.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>True where a calendar that is not published yet was needed; see <see cref="DueTime"/>.</summary>
    public required bool Provisional { get; init; }

    /// <summary>The rule that won.</summary>
    public required DeadlineRule Rule { get; init; }

    /// <summary>Chinese sentences: the winner first, then each rule that applied too and why it gave way, then how many did not apply.</summary>
    public required IReadOnlyList<string> Considered { get; init; }
}

/// <summary>
/// Finds the one rule of a profile that sets a deadline: law, then category and grade, then category, then grade, then the default. Among
/// rules of one step the nearest category wins; between equals, the one that is due first.
/// </summary>
public static class DeadlineRules
{
    private static readonly string[] Steps = ["法律规定", "类别和等级", "类别", "等级", "默认"];

    /// <param name="profile">One whose <see cref="DeadlineProfile.Problems"/> is empty.</param>
    /// <param name="calendar">The city's calendar.</param>
    /// <param name="kind">Which duty is measured.</param>
    /// <param name="categoryPath">Codes from the category of the matter itself upwards to its root; empty where none is known.</param>
    /// <param name="grade">Urgency, 1 to 4.</param>
    /// <param name="start">When the clock starts, such as the dispatch.</param>
    /// <exception cref="InvalidOperationException">No rule applies: the profile was used without being checked.</exception>
    public static Deadline Resolve(
        DeadlineProfile profile,
        WorkCalendar calendar,
        DeadlineKind kind,
        IEnumerable<string> categoryPath,
        int grade,
        DateTimeOffset start
    )
    {
        var path = categoryPath.ToList();
        var ofKind = profile.Of(kind);
        var candidates = ofKind
            .Where(r => (r.Grade is null || r.Grade == grade) && (r.Category is null || path.Contains(r.Category)))
            .Select(r => new Candidate(r, Step(r), Distance(r, path), Due(r, calendar, start)))
            .OrderBy(c => c.Step)
            .ThenBy(c => c.Distance)
            .ThenBy(c => c.Rule.Grade is null)
            .ThenBy(c => c.Due.At)
            .ToList();

        if (candidates.Count == 0)
            throw new InvalidOperationException(
                $"期限方案“{profile.Name}”没有适用的{kind.Name()}期限：类别 {string.Join("←", path)}，{DeadlineWords.GradeWords(grade)}。"
            );

        var winner = candidates[0];
        return new Deadline
        {
            Kind = kind,
            StartsAt = start,
            DueAt = winner.Due.At,
            Provisional = winner.Due.Provisional,
            Rule = winner.Rule,
            Considered = Log(candidates, ofKind.Count - candidates.Count),
        };
    }

    /// <summary>When a rule's amount, counted from <paramref name="start"/>, is used up.</summary>
    public static DueTime Due(DeadlineRule rule, WorkCalendar calendar, DateTimeOffset start) =>
        rule.Unit switch
        {
            DeadlineUnit.Minutes => calendar.AddNatural(start, TimeSpan.FromMinutes(rule.Amount)),
            DeadlineUnit.Hours => calendar.AddNatural(start, TimeSpan.FromHours(rule.Amount)),
            DeadlineUnit.NaturalDays => calendar.AddNatural(start, TimeSpan.FromDays(rule.Amount)),
            DeadlineUnit.WorkingDays => calendar.AddWorkingDays(start, rule.Amount),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule.Unit, "没有这种计时单位。"),
        };

    private static int Step(DeadlineRule rule) =>
        rule switch
        {
            { FromLaw: true } => 0,
            { Category: not null, Grade: not null } => 1,
            { Category: not null } => 2,
            { Grade: not null } => 3,
            _ => 4,
        };

    private static int Distance(DeadlineRule rule, List<string> path) => rule.Category is null ? path.Count : path.IndexOf(rule.Category);

    private static List<string> Log(List<Candidate> candidates, int others)
    {
        var winner = candidates[0];
        var log = new List<string> { $"采用：{winner.Words()}。" };
        log.AddRange(candidates.Skip(1).Select(c => $"未采用：{c.Words()}；{c.GaveWayTo(winner)}。"));
        if (others > 0)
            log.Add($"另有 {others} 条规则因类别或等级不符而不适用。");
        return log;
    }

    private sealed record Candidate(DeadlineRule Rule, int Step, int Distance, DueTime Due)
    {
        public string Words()
        {
            var unverified = Rule.Verified ? "" : "，未核实";
            return $"{Rule.Kind.Name()} {Rule.Words()}（{Steps[Step]}：{Rule.Scope()}；依据：{Rule.Basis}{unverified}）";
        }

        public string GaveWayTo(Candidate winner) =>
            Step != winner.Step ? $"“{Steps[winner.Step]}”优先于“{Steps[Step]}”"
            : Distance != winner.Distance ? $"类别 {winner.Rule.Category} 更具体"
            : (Rule.Grade is null) != (winner.Rule.Grade is null) ? "写明等级的更具体"
            : "同等规则取先到期的";
    }
}
