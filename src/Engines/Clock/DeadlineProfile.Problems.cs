namespace Suiying.Engines.Clock;

/// <summary>What is wrong with a deadline profile.</summary>
/// <param name="Rule">Index of the rule, from 0; null where the profile as a whole is at fault.</param>
/// <param name="Field">Name of the member as city packs write it.</param>
/// <param name="Says">Chinese, for whoever keeps the city pack.</param>
public sealed record ProfileProblem(int? Rule, string Field, FormattableString Says);

public sealed partial record DeadlineProfile
{
    /// <summary>The longest limit that a rule may set: ten years, in minutes.</summary>
    private const long LongestMinutes = 10L * 366 * 24 * 60;

    private static readonly int[] Grades = [1, 2, 3, 4];

    /// <summary>
    /// All that keeps this profile from being loaded. Empty means that <see cref="DeadlineRules.Resolve"/> finds a rule for every kind, category
    /// and grade.
    /// </summary>
    public IReadOnlyList<ProfileProblem> Problems()
    {
        var problems = new List<ProfileProblem>();
        var seen = new HashSet<(DeadlineKind, string?, int?, bool)>();

        for (var i = 0; i < Rules.Count; i++)
        {
            var rule = Rules[i];
            if (!Enum.IsDefined(rule.Kind))
                problems.Add(new(i, "kind", $"没有“{rule.Kind}”这种期限。"));
            if (!Enum.IsDefined(rule.Unit))
                problems.Add(new(i, "unit", $"没有“{rule.Unit}”这种计时单位。"));
            if (rule.Amount < 1)
                problems.Add(new(i, "amount", $"期限至少为 1，现为 {rule.Amount}。"));
            else if (rule.Amount * MinutesOf(rule.Unit) > LongestMinutes)
                problems.Add(new(i, "amount", $"期限不能超过十年，现为 {rule.Words()}。"));
            if (rule.Grade is { } grade && !Grades.Contains(grade))
                problems.Add(new(i, "grade", $"等级为 1（特急）至 4（疑难），现为 {grade}。"));
            if (rule.Category is { } category && string.IsNullOrWhiteSpace(category))
                problems.Add(new(i, "category", $"类别为空白；适用于所有类别时应不写。"));
            if (string.IsNullOrWhiteSpace(rule.Basis))
                problems.Add(new(i, "basis", $"没有写明依据；没有依据的写“示例”。"));
            if (!seen.Add((rule.Kind, rule.Category, rule.Grade, rule.FromLaw)) && !rule.FromLaw)
                problems.Add(new(i, "kind", $"与前面的规则重复：{rule.Scope()}的{rule.Kind.Name()}期限写了两次。"));
        }

        foreach (var kind in Enum.GetValues<DeadlineKind>().Except(Defaults.Select(r => r.Kind)))
        {
            var general = Rules.Where(r => r.Kind == kind && r.Category is null).ToList();
            if (general.Exists(r => r.Grade is null))
                continue;

            var missing = Grades.Where(g => !general.Exists(r => r.Grade == g)).ToList();
            if (missing.Count == Grades.Length)
                problems.Add(new(null, "rules", $"没有适用于所有类别的{kind.Name()}期限（{kind}）。"));
            else if (missing.Count > 0)
                problems.Add(
                    new(null, "rules", $"{kind.Name()}期限（{kind}）没有默认规则，也没有等级 {string.Join("、", missing)} 的规则。")
                );
        }

        return problems;
    }

    private static long MinutesOf(DeadlineUnit unit) =>
        unit switch
        {
            DeadlineUnit.Minutes => 1,
            DeadlineUnit.Hours => 60,
            _ => 24 * 60,
        };
}
